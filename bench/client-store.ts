import 'fake-indexeddb/auto'
import { overviewOf } from '@doable/client/figure-selectors'
import { noChanges } from '@doable/client/kinds'
import { searchTasks } from '@doable/client/search-selectors'
import { openTasksOfList, todayTasks } from '@doable/client/selectors'
import { Store } from '@doable/client/store'
import type { Comment } from '@doable/contracts/comment'
import type { Operation, Pulled, Pushed } from '@doable/contracts/sync'
import type { Task } from '@doable/contracts/task'
import { addDays, nowAt } from '@doable/domain/calendar'
import { newId } from '@doable/domain/ids'
import { keysBetween } from '@doable/domain/ordering'
import { queryFigures } from './client-query.ts'
import { type Figure, median } from './measure.ts'

const count = 10_000
const rounds = 21
const personId = newId()
const now = nowAt('2026-06-01T10:00:00.000Z', 'Europe/Berlin')
const words = 'call write buy plan water check read order clean book fix ask send draft'.split(' ')

function tasks(): Task[] {
  const positions = keysBetween(null, null, count)
  return positions.map((position, n) => ({
    id: newId(),
    listId: personId,
    sectionId: null,
    parentId: null,
    title: `${words[n % words.length]} ${words[(n * 7) % words.length]} ${n}`,
    notes: n % 5 === 0 ? `Ask ${words[n % 11]} about it, then ${words[n % 13]}.`.repeat(4) : '',
    labels: n % 3 === 0 ? [words[n % words.length] ?? ''] : [],
    priority: (n % 4) + 1,
    startOn: null,
    dueOn: n % 2 === 0 ? addDays(now.day, (n % 60) - 10) : null,
    dueTime: null,
    dueTimeZone: null,
    deadlineOn: null,
    durationMinutes: null,
    assigneeId: null,
    reminders: [],
    repeatRule: null,
    repeatMode: null,
    occurrenceOn: null,
    skippedOn: [],
    position,
    completedAt: n % 4 === 3 ? '2026-05-01T10:00:00.000Z' : null,
    completedBy: n % 4 === 3 ? personId : null,
    trashedAt: null,
    createdBy: personId,
    createdAt: '2026-01-01T10:00:00.000Z',
    updatedAt: '2026-01-01T10:00:00.000Z',
    version: n + 1,
  }))
}

/** Something said about every fifth task. */
const comments = (all: Task[]): Comment[] =>
  all
    .filter((_, n) => n % 5 === 1)
    .map(({ id: taskId, listId }, n) => ({
      id: newId(),
      taskId,
      listId,
      authorId: personId,
      text: `Ask ${words[n % 11]} about it, then ${words[n % 13]}.`.repeat(4),
      createdAt: '2026-01-01T10:00:00.000Z',
      editedAt: null,
      trashedAt: null,
      version: n + 1,
    }))

/** A server that has the tasks and takes everything. */
function transport(all: Task[]) {
  const changes = noChanges()
  return {
    push: async (operations: Operation[]): Promise<Pushed> => ({
      results: operations.map(({ id }) => ({ id, status: 'applied' })),
      changes,
    }),
    pull: async (cursor?: string): Promise<Pulled> => ({
      ...changes,
      tasks: cursor === undefined ? all : [],
      comments: cursor === undefined ? comments(all) : [],
      cursor: 'all',
      more: false,
    }),
    listen: () => () => undefined,
  }
}

function timed(work: (round: number) => unknown): number {
  const spans = Array.from({ length: rounds }, (_, round) => {
    const from = performance.now()
    work(round)
    return performance.now() - from
  })
  return median(spans)
}

async function until(store: Store, is: () => boolean): Promise<void> {
  while (!is())
    await new Promise<void>((resolve) => {
      const unsubscribe = store.subscribe(() => {
        unsubscribe()
        resolve()
      })
    })
}

/** What a key press costs the store of a person with 10,000 tasks, up to the point where React takes over. */
export async function clientStore(): Promise<Figure[]> {
  const all = tasks()
  const open = () => new Store({ personId, transport: transport(all), name: 'bench' })
  const first = open()
  await first.start()
  await until(first, () => first.getSnapshot().status === 'idle' && first.getSnapshot().tasks.size === count)
  const ids = openTasksOfList(first.getSnapshot(), personId).map(({ id }) => id)
  const page = () => openTasksOfList(first.getSnapshot(), personId)
  const rows = new Map(all.map((task) => [task.id, task]))
  const copy = timed(() => new Map(rows))
  const figures: Figure[] = [
    {
      name: 'complete a task, 10,000 tasks: store',
      value: timed((n) => first.completeTasks([ids[n] as string])),
      unit: 'ms',
      floor: copy,
    },
    {
      name: 'complete a task, 10,000 tasks: store and its list',
      value: timed((n) => {
        first.completeTasks([ids[rounds + n] as string])
        return page()
      }),
      unit: 'ms',
      floor: copy,
      goal: '25',
    },
    {
      name: 'one more letter in search, 10,000 tasks and 2,000 comments',
      value: timed((n) => searchTasks(first.getSnapshot(), `water ${n}`)),
      unit: 'ms',
      floor: timed((n) =>
        all.filter(({ title, notes }) => title.includes(`water ${n}`) || notes.includes(`water ${n}`)),
      ),
      goal: '25',
    },
    {
      name: 'Today after a change, 10,000 tasks',
      value: timed((n) => {
        first.updateTask(ids[n] as string, { priority: 1 + ((n + 1) % 4) })
        return todayTasks(first.getSnapshot(), now)
      }),
      unit: 'ms',
      floor: copy,
      goal: '25',
    },
    {
      name: 'the dashboard after a change, 10,000 tasks',
      value: timed((n) => {
        first.updateTask(ids[n] as string, { title: `New ${n}` })
        return overviewOf(first.getSnapshot(), now, 1)
      }),
      unit: 'ms',
      floor: copy,
    },
    ...queryFigures(first, all, timed),
  ]
  await until(first, () => first.getSnapshot().pending === 0)
  first.stop()
  return [...figures, await loading(open, all)]
}

async function loading(open: () => Store, all: Task[]): Promise<Figure> {
  const spans: number[] = []
  for (let round = 0; round < 5; round++) {
    const store = open()
    const from = performance.now()
    await store.start()
    if (store.getSnapshot().tasks.size !== count) throw new Error('The disk did not have everything')
    openTasksOfList(store.getSnapshot(), personId)
    spans.push(performance.now() - from)
    store.stop()
  }
  const floor = timed(() => structuredClone(all))
  return {
    name: 'read 10,000 tasks from disk (IndexedDB in memory)',
    value: median(spans),
    unit: 'ms',
    floor,
  }
}
