import { addDays, today } from '@doable/domain/calendar'
import { instantOf } from '@doable/domain/due'

type Told = {
  to: Person
  kind: 'due-soon' | 'completed' | 'shared'
  /** The number of the demo task, where it is about one. */
  task?: number
  /** The number of the demo list; without one, the Inbox. */
  list?: number
  title: string
  by?: Person
  daysAgo: number
  read?: true
}
type Person = keyof typeof people

/** The demo people, lists and tasks have the ids that the user and the task service seed them with. */
const people = {
  ada: { id: '019a0000-0000-7000-8000-0000000000a1', name: 'Ada Lovelace', timeZone: 'Europe/London' },
  grace: { id: '019a0000-0000-7000-8000-0000000000a2', name: 'Grace Hopper', timeZone: 'America/New_York' },
  konrad: { id: '019a0000-0000-7000-8000-0000000000a3', name: 'Konrad Zuse', timeZone: 'Europe/Berlin' },
}
export const demoPersonIds = Object.values(people).map(({ id }) => id)
const demoId = (kind: number, number: number) =>
  `019a0000-0000-7000-8000-${kind}${String(number).padStart(11, '0')}`

const conference = { list: 5, title: 'Engine conference', by: 'ada' } as const
const told: Told[] = [
  { to: 'grace', kind: 'shared', ...conference, daysAgo: 30, read: true },
  { to: 'konrad', kind: 'shared', ...conference, daysAgo: 30 },
  { to: 'ada', kind: 'due-soon', task: 48, list: 5, title: 'Confirm the hall', daysAgo: 3, read: true },
  {
    to: 'ada',
    kind: 'completed',
    task: 44,
    list: 5,
    title: 'Read all that came in',
    by: 'grace',
    daysAgo: 2,
  },
  {
    to: 'ada',
    kind: 'due-soon',
    task: 11,
    list: 1,
    title: 'Call the foundry about the brass wheels',
    daysAgo: 2,
    read: true,
  },
  { to: 'ada', kind: 'due-soon', task: 10, list: 1, title: 'Send the minutes round', daysAgo: 1, read: true },
  { to: 'ada', kind: 'due-soon', task: 32, list: 3, title: 'Mend the dripping tap', daysAgo: 1 },
  { to: 'ada', kind: 'due-soon', task: 1, title: 'Reply to Charles about the drawings', daysAgo: 0 },
]

/** The notifications of the demo, with moments reckoned back from `now`. */
export const demoNotifications = (now: Date) => told.map((one, at) => rowOf(one, at + 1, now))

function rowOf({ to, kind, task, list, title, by, daysAgo, read }: Told, number: number, now: Date) {
  const person = people[to]
  const day = addDays(today(now.toISOString(), person.timeZone), -daysAgo)
  const createdAt = new Date(Math.min(Date.parse(instantOf(day, '09:00', person.timeZone)), now.getTime()))
  const taskId = task === undefined ? null : demoId(4, task)
  const listId = list === undefined ? person.id : demoId(1, list)
  const moment = kind === 'due-soon' ? day : createdAt.toISOString()
  return {
    id: demoId(5, number),
    personId: person.id,
    kind,
    taskId,
    listId,
    title,
    actorId: by ? people[by].id : null,
    actorName: by ? people[by].name : null,
    dedupeKey: `${person.id}:${taskId ?? listId}:${kind}:${moment}`,
    createdAt,
    readAt: read ? createdAt : null,
  }
}
