import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answered, type Fleet, startFleet, until } from './fleet.ts'
import { expectAll, load } from './load.ts'
import { listen, notified, share } from './together.ts'
import { type Visitor, visit } from './visitor.ts'

let fleet: Fleet
beforeAll(async () => {
  fleet = await startFleet({ replicas: 3 })
})
afterAll(() => fleet?.stop())

test('what one person does reaches open browsers on every replica, and is told once', async () => {
  const [ada, bob] = await Promise.all([visit(fleet.url), visit(fleet.url, 'Bob')])
  const taskId = await share(ada, bob)
  await until(async () => (await notified(bob, 'shared')) === 1)
  const past = fleet.started.filter(({ name }) => name.startsWith('notification-'))
  const doors = [fleet.url, ...past.map(({ port }) => `http://127.0.0.1:${port}`)]
  const browsers = await Promise.all(doors.map((door) => listen(ada, door)))
  expect((await bob.call('POST', `/api/tasks/${taskId}/complete`, {})).status).toBe(200)
  for (const { heard } of browsers) await until(() => heard.includes('changed') && heard.includes('notified'))
  // A second copy would come from another replica that consumes the same event; it has had its time.
  await bob.call('POST', `/api/tasks/${taskId}/reopen`, {})
  await bob.call('POST', `/api/tasks/${taskId}/complete`, {})
  await until(async () => (await notified(ada, 'completed')) >= 2)
  for (const { heard } of browsers) await until(() => heard.filter((name) => name === 'notified').length >= 2)
  expect(await notified(ada, 'completed')).toBe(2)
  for (const { heard, close } of browsers) {
    expect(heard.filter((name) => name === 'notified')).toHaveLength(2)
    close()
  }
})

/** The replica that answered each person before and after. */
function replicaOf(answered: Answered[], one: Visitor): string[] {
  return answered.filter(({ path }) => path === `/api/lists/${one.id}`).map(({ replica }) => replica)
}

test('a replica that is killed takes no answer with it, and only its people move', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => visit(fleet.url)))
  const busy = load(people, { retries: true })
  await until(() => busy.reads >= 100 && busy.writes >= 24)
  const before = await fleet.answered()
  const victims = (await fleet.rows()).filter(({ name }) => name.startsWith('task-'))
  const ofVictim = ({ port }: { port: number }) =>
    people.filter((one) => replicaOf(before, one).at(-1) === `127.0.0.1:${port}`)
  // With twelve people and three replicas one may have nobody; one that has some is killed.
  const victim = victims.find((each) => ofVictim(each).length > 0)
  process.kill(victim?.pid ?? 0, 'SIGKILL')
  await until(() => fleet.output().includes(`${victim?.name} is back`))
  const reads = busy.reads
  await until(() => busy.reads >= reads + 100)
  await busy.stop()
  expect(busy.failed).toEqual([])
  await expectAll(busy)
  const answered = await fleet.answered()
  const others = people.filter((one) => !ofVictim(victim ?? { port: 0 }).includes(one))
  expect(others.length).toBeGreaterThan(0)
  for (const one of others) expect(new Set(replicaOf(answered, one)).size).toBe(1)
  const moved = ofVictim(victim ?? { port: 0 }).flatMap((one) => replicaOf(answered, one))
  expect(new Set(moved).size).toBeGreaterThan(1)
})
