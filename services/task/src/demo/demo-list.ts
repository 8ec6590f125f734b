import type { Color } from '@doable/contracts/common'

/** The demo people as the user service seeds them. */
export const ada = '019a0000-0000-7000-8000-0000000000a1'
export const grace = '019a0000-0000-7000-8000-0000000000a2'
export const konrad = '019a0000-0000-7000-8000-0000000000a3'
export const demoPeople = [
  { id: ada, name: 'Ada Lovelace', email: 'ada@example.org', timeZone: 'Europe/London' },
  { id: grace, name: 'Grace Hopper', email: 'grace@example.org', timeZone: 'America/New_York' },
  { id: konrad, name: 'Konrad Zuse', email: 'konrad@example.org', timeZone: 'Europe/Berlin' },
]

const id = (kind: string, number: number) =>
  `019a0000-0000-7000-8000-${kind}${String(number).padStart(12 - kind.length, '0')}`
export const listId = (number: number): string => id('1', number)
export const sectionId = (number: number): string => id('2', number)
export const labelId = (number: number): string => id('3', number)
export const filterId = (number: number): string => id('5', number)
export const commentId = (number: number): string => id('6', number)
/** The tasks of the demo have fixed ids, so that notifications of the demo can be about them. */
export const taskId = (number: number): string => id('4', number)

type DemoList = {
  key: string
  id: string
  name: string
  color: Color
  /** The owner first. */
  members: [string, 'owner' | 'editor' | 'viewer'][]
  sections: string[]
  template?: boolean
}
const owned = (key: string, number: number, name: string, color: Color, sections: string[]): DemoList => ({
  key,
  id: listId(number),
  name,
  color,
  members: [[ada, 'owner']],
  sections,
})
const inbox = (key: string, person: string): DemoList => ({
  key,
  id: person,
  name: 'Inbox',
  color: 'gray',
  members: [[person, 'owner']],
  sections: [],
})

export const demoLists: DemoList[] = [
  inbox('inbox', ada),
  owned('work', 1, 'Work', 'blue', ['This week', 'Backlog', 'Waiting for others']),
  owned('personal', 2, 'Personal', 'green', ['Papers', 'Health', 'Family']),
  owned('home', 3, 'Home repairs', 'orange', ['Kitchen', 'Garden']),
  owned('reading', 4, 'Reading', 'purple', []),
  {
    ...owned('conference', 5, 'Engine conference', 'teal', ['Programme', 'Venue', 'After the event']),
    members: [
      [ada, 'owner'],
      [grace, 'editor'],
      [konrad, 'viewer'],
    ],
  },
  { ...owned('packing', 6, 'Packing for a trip', 'cyan', ['Before', 'Bag', 'On the day']), template: true },
  inbox('grace', grace),
  inbox('konrad', konrad),
]

/** The number of a section counts through all lists. */
export const demoSections = demoLists
  .flatMap(({ key, id: list, sections }) => sections.map((name) => ({ key, listId: list, name })))
  .map((section, at) => ({ ...section, id: sectionId(at + 1) }))

export const demoLabels: { name: string; color: Color }[] = [
  { name: 'errand', color: 'amber' },
  { name: 'phone', color: 'cyan' },
  { name: 'deep work', color: 'indigo' },
  { name: 'waiting for', color: 'gray' },
  { name: 'home', color: 'olive' },
  { name: 'quick', color: 'pink' },
]

/** What Ada has kept a query for. */
export const demoFilters: { name: string; query: string; color: Color; favorite: boolean }[] = [
  {
    name: 'Urgent this week',
    query: '(p1 | p2) & (overdue | due: next 7 days)',
    color: 'red',
    favorite: true,
  },
  { name: 'On the phone', query: '@phone, @"waiting for"', color: 'cyan', favorite: false },
]
