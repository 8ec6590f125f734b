import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { register } from '../tests/support/person.ts'
import { freePort, remove, type Server, startServer } from '../tests/support/server.ts'
import { type Answerer, answerOf, inTurns } from './cpu.ts'
import { end, type Figure, untilAnswer } from './measure.ts'
import { changeSome, fileIn, fillMillion } from './million.ts'
import { type Bench, idle, type Kind, queries, reads, some, writes } from './server-asks.ts'
import { statements } from './statements.ts'

const changes = 100
const root = join(import.meta.dirname, '..')
const programs = {
  floor: 'bench/floor/tasks.ts',
  fastify: 'packages/service-kit/fixtures/programs/constant.ts',
}

/**
 * What requests cost a server that keeps a million tasks, run as a person would run it, beside a program that only reads and
 * writes the same rows of the same file (`floor/tasks.ts`).
 */
export async function server(): Promise<Figure[]> {
  const running = await startServer({ file: true, env: { NODE_ENV: 'production', LOG_LEVEL: 'info' } })
  const floors: ChildProcess[] = []
  try {
    const { bench, bare, changeLists } = await prepare(running, floors)
    await sameAnswers(bench)
    const figures = [await framework(bare, bench), ...(await measured(bench, [...reads, idle, ...queries]))]
    changeLists()
    return [...figures, ...(await measured(bench, [some, ...writes])), ...(await statements())]
  } finally {
    for (const floor of floors) await end(floor)
    await running.stop()
    await remove(running.data)
  }
}

async function prepare({ url, data, process: { pid = 0 } }: Server, floors: ChildProcess[]) {
  const [ada, bob] = [await register(url), await register(url)]
  const file = fileIn(data)
  const lists = await fillMillion(file, ada, bob)
  const ours = { url, pid, headers: { authorization: `Bearer ${ada.token}` } }
  const { cursor, answer } = await pullAll(ours)
  const floor = await floorOf(programs.floor, floors, [file, lists[0] ?? '', answer])
  const bare = await floorOf(programs.fastify, floors, [answer])
  const bench: Bench = { ours, floor, lists, cursor }
  return { bench, bare, changeLists: () => changeSome(file, lists[1] ?? '', changes) }
}

/** Everything there is, page by page; answers what a pull of nothing is then answered. */
async function pullAll(ours: Answerer) {
  for (let cursor = ''; ; ) {
    const answer = await answerOf(ours, { path: `/api/sync/pull${cursor && `?cursor=${cursor}`}` })
    const pulled = JSON.parse(answer) as { cursor: string; more: boolean }
    if (pulled.cursor === cursor) return { cursor, answer }
    cursor = pulled.cursor
  }
}

async function floorOf(program: string, floors: ChildProcess[], args: string[]): Promise<Answerer> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const command = [process.execPath, join(root, program), String(port), ...args]
  const { child } = await untilAnswer(command, `${url}/constant`)
  floors.push(child)
  return { url, pid: child.pid ?? 0 }
}

/** A floor that answers something else would be none. */
async function sameAnswers(bench: Bench): Promise<void> {
  for (const { ours, floor } of reads) {
    const [mine, theirs] = [
      await answerOf(bench.ours, ours(bench)),
      await answerOf(bench.floor, floor(bench)),
    ]
    assert.deepEqual({ ...JSON.parse(theirs), next: null }, { ...JSON.parse(mine), next: null })
  }
}

/** What of it all is the framework. */
async function framework(bare: Answerer, { floor }: Bench): Promise<Figure> {
  const ask = () => ({ path: '/constant' })
  const [value = 0, least] = await inTurns(1000, { at: bare, ask }, { at: floor, ask })
  return { name: 'CPU of a constant answer by Fastify', value, unit: 'ms', floor: least }
}

async function measured(bench: Bench, kinds: Kind[]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, many, ratioGoal, ...kind } of kinds) {
    const ours = { at: bench.ours, ask: () => kind.ours(bench) }
    const floor = { at: bench.floor, ask: () => kind.floor(bench) }
    const [value = 0, least] = await inTurns(many, ours, floor)
    const what = `CPU of a request among 1,000,000 tasks: ${name}`
    figures.push({ name: what, value, unit: 'ms', floor: least, ...(ratioGoal && { ratioGoal }) })
  }
  return figures
}
