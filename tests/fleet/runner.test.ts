import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dataFolder, freePort, remove } from '../support/server.ts'
import { type Fleet, runFleet, startFleet, until } from './fleet.ts'
import { visit } from './visitor.ts'

let data: string
let fleets: Fleet[]
beforeEach(async () => {
  fleets = []
  data = await dataFolder()
})
afterEach(async () => {
  for (const fleet of fleets) await fleet.stop()
  await remove(data)
})

async function start() {
  const fleet = await startFleet({ data, replicas: 1 })
  fleets.push(fleet)
  return fleet
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
const living = ({ started }: Fleet) => started.filter(({ pid }) => lives(pid))

test('a folder has one fleet, which ends with all its processes when it is told to', async () => {
  const fleet = await start()
  expect(fleet.started.map(({ name }) => name)).toEqual([
    'user-1',
    'task-1',
    'notification-1',
    'nginx',
    'redis',
  ])
  const other = await runFleet(['--data', data, '--port', String(await freePort())]).ended
  expect(other).toMatchObject({ code: 1 })
  expect(other.output).toMatch(/^A fleet runs in .+ already \(process \d+\); stop it with .+\.\n$/)

  expect(await fleet.order('roll', 'tusk')).toEqual({
    code: 1,
    output: 'There is no service "tusk"; there are user, task, notification, and all.\n',
  })
  expect(await fleet.rows()).toEqual(fleet.started)

  expect(await fleet.order('stop')).toEqual({ code: 0, output: '' })
  expect(living(fleet)).toEqual([])
  await until(() => !lives(fleet.pid))
  expect((await fleet.order('status')).output).toMatch(
    /^No fleet runs in .+; start one with npm run fleet\.\n$/,
  )
})

test('what a runner that was killed has left is ended by the next one, and people stay signed in', async () => {
  const fleet = await start()
  const ada = await visit(fleet.url)
  process.kill(fleet.pid, 'SIGKILL')
  await until(() => !lives(fleet.pid))
  expect(living(fleet)).toHaveLength(5)
  const port = Number(new URL(fleet.url).port)
  const next = await startFleet({ data, port, replicas: 1 })
  fleets.push(next)
  expect(next.output()).toContain('Ended 5 processes that an earlier fleet had left behind.')
  // Without their runner they are the system's children, which it takes notice of in its own time.
  await until(() => living(fleet).length === 0)
  expect((await ada.call('GET', '/api/me')).status).toBe(200)
})

test('a port that is taken is said in one sentence, and nothing is left running', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const { code, output } = await runFleet(['--data', data, '--port', String(port), '--replicas', '1']).ended
  other.close()
  expect({ code, output }).toEqual({
    code: 1,
    output: `Port ${port} is taken; choose a free one with --port.\n`,
  })
  expect((await runFleet(['stop', '--data', data]).ended).output).toMatch(/^No fleet runs/)
})

test('what a process cannot start without ends the fleet with its sentence', async () => {
  const env = { REDIS_URL: 'redis://127.0.0.1:1' }
  const { code, output } = await runFleet(['--data', data, '--port', String(await freePort())], env).ended
  expect({ code, output }).toEqual({
    code: 1,
    output: 'Redis at 127.0.0.1:1 does not answer; start it, or correct REDIS_URL.\n',
  })
})
