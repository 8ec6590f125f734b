import { setTimeout as wait } from 'node:timers/promises'
import { until } from '../tests/fleet/fleet.ts'
import { type Person, register } from '../tests/support/person.ts'
import { remove, type Server, startServer } from '../tests/support/server.ts'
import { Client } from './live-client.ts'
import { comingBack } from './live-return.ts'
import { slowClients } from './live-slow.ts'
import { type Figure, median, quantile, residentMegabytes } from './measure.ts'

/** As many devices as a person may have open, of as many people as make a thousand together. */
const [people, devices] = [50, 20]
const clients = people * devices
const changes = 30

/** A thousand open clients of one shared list on one process: what each costs, and how soon all of them hear of a change. */
export async function live(): Promise<Figure[]> {
  const started = { file: true, env: { NODE_ENV: 'production' } }
  let server = await startServer(started)
  const all: Client[] = []
  try {
    const { owner, others, listId } = await household(server)
    const before = await resting(server)
    for (const { token } of [owner, ...others])
      all.push(...Array.from({ length: devices }, () => new Client(server.url, token)))
    await until(() => all.every(({ isOpen }) => isOpen))
    const memory = (await resting(server)) - before
    const figures = await told(owner, listId, all)
    const restart = async () => {
      await server.stop('SIGKILL')
      server = await startServer({ ...started, data: server.data, port: server.port })
    }
    return [
      { name: `memory of each of ${clients} open clients`, value: (memory / clients) * 1024, unit: 'kB' },
      ...figures,
      ...(await comingBack(restart, owner, listId, all)),
      ...(await slowClients()),
    ]
  } finally {
    for (const client of all) client.close()
    await server.stop()
    await remove(server.data)
  }
}

/** Resident memory, once what has just been done is over. */
async function resting({ process: { pid = 0 } }: Server): Promise<number> {
  await wait(3_000)
  return residentMegabytes(pid)
}

async function household({ url }: Server) {
  const owner = await register(url)
  const others: Person[] = []
  for (let n = 1; n < people; n += 1) others.push(await register(url))
  const made = await owner.call('POST', '/api/lists', { name: 'Wedding' })
  const { id: listId } = (await made.json()) as { id: string }
  for (const { email } of others) {
    const member = { email, role: 'editor' }
    // News of an account takes a moment; each try counts against how many there may be in an hour.
    const share = () => owner.call('POST', `/api/lists/${listId}/members`, member)
    for (let tries = 0; (await share()).status !== 201; tries += 1) {
      if (tries === 5) throw new Error(`${email} could not be let in`)
      await wait(1_000)
    }
  }
  return { owner, others, listId }
}

/** From the click of one person until each client has heard of it. */
async function told(owner: Person, listId: string, all: Client[]): Promise<Figure[]> {
  const each: number[] = []
  const last: number[] = []
  for (let n = 0; n < changes; n += 1) {
    const from = performance.now()
    await owner.call('POST', '/api/tasks', { title: 'Order the cake', listId })
    await until(() => all.every(({ heardAt }) => heardAt > from))
    const took = all.map(({ heardAt }) => heardAt - from)
    each.push(...took)
    last.push(Math.max(...took))
    // The news of one change may come in two parts; the second is not to be taken for that of the next.
    await wait(500)
  }
  const what = `change to its news at ${clients} clients`
  return [
    { name: `${what}, p50`, value: median(each), unit: 'ms' },
    { name: `${what}, p99`, value: quantile(each, 0.99), unit: 'ms' },
    { name: `${what}, the last one of any change`, value: Math.max(...last), unit: 'ms', goal: '1000' },
  ]
}
