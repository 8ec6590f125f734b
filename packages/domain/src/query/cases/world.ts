import type { Task } from '@doable/contracts/task'
import { type Now, nowAt, type Weekday } from '../../calendar.ts'
import { fold } from '../../fold.ts'
import { searchable } from '../../mention.ts'
import type { QueryWorld } from '../compile.ts'
import type { QueryContext } from '../context.ts'

/**
 * A small world of data that both evaluators are tried on. Keys name what is in it; `idOf` gives the id that stands for a key
 * in every table.
 */
const keys: string[] = []
const known = new Map<string, string>()
export function idOf(key: string): string {
  const found = known.get(key) ?? `0195a000-0000-7000-8000-${String(keys.push(key)).padStart(12, '0')}`
  known.set(key, found)
  return found
}
/** The key of an id. */
export const keyOf = (id: string): string => keys[Number(id.slice(-12)) - 1] ?? id

export type WorldList = {
  id: string
  name: string
  ownerId: string
  /** All who share it, its owner among them. */
  memberIds: readonly string[]
  isInbox: boolean
  archivedAt: string | null
  templateAt: string | null
  trashedAt: string | null
}
export type WorldSection = { id: string; listId: string; name: string; trashedAt: string | null }
/** An occurrence of a repeating task that was completed, or skipped, or taken back later. */
export type WorldCompletion = {
  taskId: string
  occurrenceOn: string
  completedAt: string
  skipped: boolean
  undoneAt: string | null
}
export type WorldComment = { id: string; taskId: string; text: string; trashedAt: string | null }

export const me = idOf('ada')
/** Who shares a list in use with Ada, whose world this is, and she herself. */
export const people = [
  { id: me, name: 'Ada Lovelace' },
  { id: idOf('grace'), name: 'Grace Hopper' },
  { id: idOf('joerg'), name: 'Jörg Müller' },
  { id: idOf('ipek'), name: 'İpek Işık' },
  { id: idOf('me'), name: 'Me' },
]

/** Shares nothing with her but a list that is archived: no name for a query. */
export const stranger = { id: idOf('eve'), name: 'Eve Adams' }

const list = (key: string, name: string, others: Partial<WorldList> = {}): WorldList => ({
  id: idOf(key),
  name,
  ownerId: me,
  memberIds: [me],
  isInbox: false,
  archivedAt: null,
  templateAt: null,
  trashedAt: null,
  ...others,
})
const long = '2026-01-01T00:00:00.000Z'
export const lists: readonly WorldList[] = [
  list('inbox', 'Inbox', { isInbox: true }),
  list('work', 'Work', { memberIds: people.map(({ id }) => id) }),
  list('workshop', 'Workshop'),
  list('home', 'Home & Garden', { ownerId: idOf('grace'), memberIds: [idOf('grace'), me] }),
  list('size', 'Größe'),
  list('rocket', '🚀 Launch (v2), now!'),
  list('star', '5*3'),
  list('quote', 'Say "hi" \\o/'),
  list('hebrew', 'משימות בית'),
  list('turkish', 'İSTANBUL'),
  list('hash', '#1 / One'),
  list('old', 'Old Work', { archivedAt: long, memberIds: [me, stranger.id] }),
  list('gone', 'Gone Work', { trashedAt: long }),
  list('pattern', 'Work Template', { templateAt: long }),
]
const section = (key: string, listKey: string, name: string, trashedAt: string | null = null) => ({
  id: idOf(key),
  listId: idOf(listKey),
  name,
  trashedAt,
})
export const sections: readonly WorldSection[] = [
  section('doing', 'work', 'Doing'),
  section('todo', 'work', 'To do'),
  section('todo-home', 'home', 'to do'),
  section('cafe', 'inbox', 'Café, später'),
  section('removed', 'work', 'Doing later', long),
  section('pattern-doing', 'pattern', 'Doing pattern'),
]

export type Setting = { at?: string; zone?: string; weekStart?: Weekday; language?: string }
/** Wednesday, 18 November 2026, ten in the morning. */
export const usual = {
  at: '2026-11-18T09:00:00.000Z',
  zone: 'Europe/Berlin',
  weekStart: 1,
  language: 'en',
} as const satisfies Required<Setting>

export const nowOf = ({ at = usual.at, zone = usual.zone }: Setting): Now => nowAt(at, zone)

/** What Ada's queries are about in that setting. */
export function contextOf(setting: Setting): QueryContext {
  const { weekStart, language } = { ...usual, ...setting }
  const inUse = lists.filter(
    ({ archivedAt, templateAt, trashedAt }) => (archivedAt ?? templateAt ?? trashedAt) === null,
  )
  return {
    now: nowOf(setting),
    weekStart,
    language,
    me,
    lists: inUse.map(({ id, name, memberIds }) => ({ id, name, memberCount: memberIds.length })),
    sections: sections.filter(({ trashedAt }) => trashedAt === null),
    people,
  }
}

const none: readonly WorldComment[] = []
/** What is around these tasks, as a browser would know it. */
export function worldOf(
  tasks: readonly Task[],
  completions: readonly WorldCompletion[],
  comments = none,
): QueryWorld {
  const counts = ({ skipped, undoneAt }: WorldCompletion) => !skipped && undoneAt === null
  const done = Map.groupBy(completions.filter(counts), ({ taskId }) => taskId)
  const said = Map.groupBy(
    comments.filter(({ trashedAt }) => trashedAt === null),
    ({ taskId }) => taskId,
  )
  return {
    hasSubtasks: (id) => tasks.some(({ parentId, trashedAt }) => parentId === id && trashedAt === null),
    completions: (id) => done.get(id)?.map(({ completedAt }) => completedAt) ?? [],
    haystack: ({ id, title, notes }) => {
      const texts = [notes, ...(said.get(id) ?? []).map(({ text }) => searchable(text))]
      return { title: fold(title), notes: fold(texts.join('\n')) }
    },
  }
}
