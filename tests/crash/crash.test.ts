import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Person, register } from '../support/person.ts'
import { dataFolder, freePort, remove, type Server, startServer } from '../support/server.ts'

const kills = 20
const writers = 6

/** What a writer wants stored: the same operation is sent until it is acknowledged, as a browser does. */
type Written = { id: string; operationId: string; title: string; acknowledged: boolean }

test('twenty kills under write load lose no acknowledged write and double none', async () => {
  const data = await dataFolder()
  const port = await freePort()
  let server: Server = await startServer({ data, port })
  const ada = await register(server.url)
  const load = { stopped: false, written: [] as Written[] }
  const writing = Array.from({ length: writers }, (_, n) => write(ada, load, n))

  for (let n = 0; n < kills; n++) {
    await wait(randomInt(60, 400))
    await server.stop('SIGKILL')
    server = await startServer({ data, port })
  }
  load.stopped = true
  await Promise.all(writing)

  const stored = await everything(ada)
  const counts = new Map<string, number>()
  for (const task of stored) counts.set(task.title, (counts.get(task.title) ?? 0) + 1)
  const acknowledged = load.written.filter((each) => each.acknowledged)
  expect(acknowledged.length).toBeGreaterThan(kills)
  expect(acknowledged.filter((each) => counts.get(each.title) !== 1)).toEqual([])
  expect([...counts].filter(([, times]) => times > 1)).toEqual([])
  expect(await server.stop()).toBe(0)
  await remove(data)
})

async function write(person: Person, load: { stopped: boolean; written: Written[] }, writer: number) {
  for (let n = 0; !load.stopped; n++) {
    const id = randomUUID()
    const each = { id, operationId: randomUUID(), title: `writer ${writer} task ${n}`, acknowledged: false }
    load.written.push(each)
    while (!each.acknowledged && !(load.stopped && n === 0)) {
      const done = writer % 2 ? await push(person, each) : await create(person, each)
      if (done) each.acknowledged = true
      else if (load.stopped) return
      else await wait(20)
    }
  }
}

const create = async (person: Person, { id, operationId, title }: Written) => {
  const headers = { 'idempotency-key': operationId }
  const answer = await person.call('POST', '/api/tasks', { id, title }, headers).catch(() => undefined)
  return answer?.status === 201
}

const push = async (person: Person, { id, operationId, title }: Written) => {
  const at = new Date().toISOString()
  const operation = { id: operationId, at, type: 'task.create', subjectId: id, fields: { title } }
  const answer = await person
    .call('POST', '/api/sync/push', { operations: [operation] })
    .catch(() => undefined)
  if (answer?.status !== 200) return false
  const { results } = (await answer.json()) as { results: { status: string }[] }
  return results[0]?.status === 'applied'
}

async function everything(person: Person) {
  const tasks: { id: string; title: string }[] = []
  for (let cursor = ''; ; ) {
    const answer = await person.call(
      'GET',
      `/api/sync/pull${cursor && `?cursor=${encodeURIComponent(cursor)}`}`,
    )
    expect(answer.status).toBe(200)
    const page = (await answer.json()) as { tasks: typeof tasks; cursor: string; more: boolean }
    tasks.push(...page.tasks)
    if (!page.more) return tasks
    cursor = page.cursor
  }
}
