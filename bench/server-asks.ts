import { randomUUID } from 'node:crypto'
import type { Answerer, Asked } from './cpu.ts'

/** The server, the program it is held against, the lists of whoever asks, and their cursor before anything changed. */
export type Bench = { ours: Answerer; floor: Answerer; lists: string[]; cursor: string }
export type Kind = {
  name: string
  /** Requests of a round. */
  many: number
  ours: (bench: Bench) => Asked
  /** What answers the same, or as near to it as a program without people comes. */
  floor: (bench: Bench) => Asked
  /** The most that it should cost, in costs of the floor. */
  ratioGoal?: number
}

const id = '0195a000-0000-7000-8000-000000000001'
const page = (query: string, { lists: [list = ''] }: Bench) => ({
  path: `/api/tasks?limit=50&${query.replace('LIST', list)}`,
})
const said = (query: string) => `filter=${encodeURIComponent(query)}`

export const reads: Kind[] = [
  {
    name: 'one task',
    many: 1000,
    ours: () => ({ path: `/api/tasks/${id}` }),
    floor: () => ({ path: `/task/${id}` }),
    ratioGoal: 1.6,
  },
  {
    name: 'list of 50',
    many: 1000,
    ours: (bench) => page('listId=LIST&sort=order', bench),
    floor: () => ({ path: '/list' }),
    ratioGoal: 1.6,
  },
]

/** Held against the plain list: what asking for more than that costs. */
export const queries: Kind[] = [
  ['list of 50, smart', 'listId=LIST'],
  ['query today', said('today')],
  ['query #List', said('#"List 3"')],
  ['query (today | overdue) & #List', said('(today | overdue) & #"List 3"')],
  ['query overdue & p1', said('overdue & p1')],
  ['query @label, today', said('@errand, today')],
  ['query search: word', said('search: water')],
].map(([name = '', query = '']) => ({
  name,
  many: 50,
  ours: (bench: Bench) => page(query, bench),
  floor: () => ({ path: '/list' }),
}))

const pull = ({ cursor }: Bench) => ({ path: `/api/sync/pull?cursor=${cursor}` })

/** After some tasks of the second list have changed. */
export const some: Kind = {
  name: 'pull of 100 changes',
  many: 200,
  ours: pull,
  floor: ({ lists }) => ({ path: `/changes/${lists[1]}` }),
  ratioGoal: 1.6,
}
/** While nothing has changed. */
export const idle: Kind = {
  name: 'pull without changes',
  many: 1000,
  ours: pull,
  floor: () => ({ path: '/constant' }),
  ratioGoal: 2.5,
}

/** Those that a server or a floor was asked to make and has not yet been asked to complete. */
const made = { ours: [] as string[], floor: [] as string[] }
let turn = 0
function making(by: keyof typeof made, { lists }: Bench) {
  const task = randomUUID()
  made[by].push(task)
  turn += 1
  // Into one list after the other, as more than one person would.
  return { id: task, title: 'Order the cake', listId: lists[2 + (turn % (lists.length - 2))] }
}

export const writes: Kind[] = [
  {
    name: 'create',
    many: 150,
    ours: (bench) => ({ method: 'POST', path: '/api/tasks', body: making('ours', bench) }),
    floor: (bench) => ({ method: 'POST', path: '/create', body: making('floor', bench) }),
    ratioGoal: 3,
  },
  {
    name: 'complete',
    many: 150,
    ours: () => ({ method: 'POST', path: `/api/tasks/${made.ours.pop()}/complete` }),
    floor: () => ({ method: 'POST', path: `/complete/${made.floor.pop()}` }),
    ratioGoal: 3,
  },
]
