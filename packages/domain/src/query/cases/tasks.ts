import type { Task } from '@doable/contracts/task'
import { idOf, me, stranger, type WorldComment, type WorldCompletion } from './world.ts'

/** A task by its key; what is not said is as in a new task of Ada's in her Inbox. `in`, `below` and `for` are keys. */
type Said = Partial<Omit<Task, 'id' | 'listId' | 'sectionId' | 'parentId' | 'assigneeId'>> & {
  in?: string
  section?: string
  below?: string
  for?: string
}

function task(key: string, said: Said): Task {
  const { in: list = 'inbox', section, below, for: assignee, ...fields } = said
  return {
    id: idOf(key),
    listId: idOf(list),
    sectionId: section === undefined ? null : idOf(section),
    parentId: below === undefined ? null : idOf(below),
    title: key,
    notes: '',
    labels: [],
    priority: 4,
    startOn: null,
    dueOn: null,
    dueTime: null,
    dueTimeZone: null,
    deadlineOn: null,
    durationMinutes: null,
    assigneeId: assignee === undefined ? null : idOf(assignee),
    reminders: [],
    repeatRule: null,
    repeatMode: null,
    occurrenceOn: null,
    skippedOn: [],
    position: 'm',
    completedAt: null,
    completedBy: fields.completedAt ? me : null,
    trashedAt: null,
    createdBy: me,
    createdAt: '2026-11-02T08:00:00.000Z',
    updatedAt: '2026-11-02T08:00:00.000Z',
    version: 1,
    ...fields,
  }
}

const daily = { repeatRule: 'FREQ=DAILY', repeatMode: 'schedule' } as const
const grace = idOf('grace')

/** Each is there for what its key says. */
export const tasks: readonly Task[] = [
  task('late', { in: 'work', dueOn: '2026-11-16', priority: 1, labels: ['urgent'], for: 'ada' }),
  task('noon', {
    in: 'work',
    section: 'doing',
    dueOn: '2026-11-18',
    dueTime: '12:00',
    priority: 2,
    for: 'grace',
  }),
  task('today', { dueOn: '2026-11-18', labels: ['waiting', 'Größe'] }),
  task('tomorrow', { in: 'home', section: 'todo-home', dueOn: '2026-11-19', for: 'grace', createdBy: grace }),
  task('saturday', { in: 'workshop', dueOn: '2026-11-21', labels: ['a b'] }),
  task('sunday', { dueOn: '2026-11-22', priority: 3 }),
  task('monday', { in: 'size', dueOn: '2026-11-23', labels: ['GRÖSSE'] }),
  task('next-friday', { in: 'star', dueOn: '2026-11-27' }),
  task('month-end', { in: 'rocket', dueOn: '2026-11-30', labels: ['5*3'] }),
  task('silvester', { in: 'quote', dueOn: '2026-12-31', deadlineOn: '2026-12-31' }),
  task('new-year', { in: 'hebrew', dueOn: '2027-01-01' }),
  task('leap', { in: 'turkish', dueOn: '2028-02-29' }),
  task('century', { in: 'hash', dueOn: '2100-01-01' }),
  // 05:30 on the 19th in Berlin.
  task('new-york', { dueOn: '2026-11-18', dueTime: '23:30', dueTimeZone: 'America/New_York' }),
  // 19:00 on the 18th in Berlin.
  task('tokyo', { dueOn: '2026-11-19', dueTime: '03:00', dueTimeZone: 'Asia/Tokyo' }),
  // 2011-12-30 does not exist in Apia; 12:00 on the 29th in UTC is 02:00 there.
  task('apia', { in: 'size', dueOn: '2011-12-31', dueTime: '00:30', dueTimeZone: 'Pacific/Apia' }),
  task('deadline-gone', { in: 'work', section: 'todo', deadlineOn: '2026-11-17', for: 'joerg' }),
  task('deadline-today', { deadlineOn: '2026-11-18', section: 'cafe', labels: ['café'] }),
  task('deadline-sunday', { deadlineOn: '2026-11-22', for: 'ada' }),
  task('starts', { startOn: '2026-11-20', dueOn: '2026-11-25', dueTime: '09:00' }),
  task('orphan', { in: 'work', section: 'removed', labels: ['İş'] }),
  task('daily', { in: 'workshop', dueOn: '2026-11-18', ...daily, occurrenceOn: '2026-11-18' }),
  task('skipped', { dueOn: '2026-11-20', ...daily, occurrenceOn: '2026-11-20' }),
  task('tree', { in: 'home', title: 'Plan the garden', notes: 'Crème brûlée & more (50%)' }),
  task('leaf', { in: 'home', below: 'tree', title: 'Buy SEEDS', notes: 'for the_garden' }),
  task('leaf-done', {
    in: 'home',
    below: 'leaf',
    completedAt: '2026-11-18T08:30:00.000Z',
    dueOn: '2026-11-18',
  }),
  task('stump', { in: 'work', title: 'straße' }),
  task('stump-leaf', { in: 'work', below: 'stump', trashedAt: '2026-11-10T00:00:00.000Z' }),
  // 00:30 on the 18th in Berlin, 18:30 on the 17th in New York.
  task('done-night', {
    in: 'work',
    dueOn: '2026-11-17',
    completedAt: '2026-11-17T23:30:00.000Z',
    for: 'ada',
  }),
  // The hour that comes twice in Berlin.
  task('done-autumn', {
    in: 'work',
    completedAt: '2026-10-25T00:30:00.000Z',
    createdAt: '2026-03-29T01:00:00.000Z',
  }),
  task('done-old', {
    completedAt: '2025-11-18T12:00:00.000Z',
    createdAt: '2025-01-31T12:00:00.000Z',
    priority: 1,
  }),
  // 00:30 on the 1st of January in Berlin, in a year that is not yet over elsewhere.
  task('made-silvester', { createdAt: '2025-12-31T23:30:00.000Z', createdBy: grace, in: 'home' }),
  task('made-today', {
    createdAt: '2026-11-18T08:59:00.000Z',
    createdBy: stranger.id,
    notes: 'a\nb',
    labels: ['x'.repeat(60), '🚀'],
  }),
  task('bin', { dueOn: '2026-11-18', trashedAt: '2026-11-17T00:00:00.000Z', labels: ['waiting'] }),
  task('archived', { in: 'old', dueOn: '2026-11-18', labels: ['waiting'] }),
  task('in-template', { in: 'pattern', dueOn: '2026-11-18', labels: ['waiting'], notes: 'orchard' }),
  task('template-late', {
    in: 'pattern',
    section: 'pattern-doing',
    dueOn: '2026-11-01',
    deadlineOn: '2026-11-17',
  }),
  task('template-done', { in: 'pattern', dueOn: '2026-11-18', completedAt: '2026-11-18T08:30:00.000Z' }),
  task('in-gone-list', { in: 'gone', dueOn: '2026-11-18' }),
]

const done = (
  key: string,
  occurrenceOn: string,
  completedAt: string,
  said: Partial<WorldCompletion> = {},
) => ({
  taskId: idOf(key),
  occurrenceOn,
  completedAt,
  skipped: false,
  undoneAt: null,
  ...said,
})
export const completions: readonly WorldCompletion[] = [
  done('daily', '2026-11-17', '2026-11-17T22:59:00.000Z'),
  done('daily', '2026-11-10', '2026-11-10T08:00:00.000Z'),
  done('daily', '2026-11-09', '2026-11-09T08:00:00.000Z', { undoneAt: '2026-11-09T09:00:00.000Z' }),
  done('skipped', '2026-11-19', '2026-11-18T08:00:00.000Z', { skipped: true }),
]

const say = (key: string, text: string, trashedAt: string | null = null): WorldComment => ({
  id: idOf(`${key} ${text}`),
  taskId: idOf(key),
  text,
  trashedAt,
})
export const comments: readonly WorldComment[] = [
  say('saturday', `Ask @[Grace Hopper](person:${grace}) for the orchard`),
  say('saturday', 'She says: *later*'),
  say('today', 'orchard, taken back', '2026-11-12T00:00:00.000Z'),
  say('leaf-done', 'Crème de la crème'),
]
