import { v7 as uuidv7 } from 'uuid'
import { expect, onTestFinished, test } from 'vitest'
import { startNotifications } from '../fixtures/house.ts'
import { startMailServer } from '../fixtures/mail-server.ts'
import { deadJobs, discardDead, retryDead } from './dead-jobs.ts'

test('a mail that was given up is sent after all once it is retried; discarded it is not', async () => {
  const server = await startMailServer()
  const house = await startNotifications('2026-11-22T12:00:00.000Z', { SMTP_URL: server.url })
  onTestFinished(async () => {
    await house.stop()
    await server.stop()
  })
  const { clock, platform } = house
  const [ann, bob] = [await house.person({ name: 'Ann' }), await house.person({ name: 'Bob' })]
  for (const name of ['Home', 'Garden']) {
    const listId = uuidv7()
    const about = { actorId: bob.id, audience: [ann.id, bob.id] }
    await house.announce('list.shared', listId, listId, about, { listId, name, personId: ann.id })
  }
  server.refuse.rcpt.push(...Array.from({ length: 100 }, () => ({ responseCode: 451, message: 'Later' })))
  let dead = await deadJobs(platform.db, 10)
  for (let days = 0; days < 40 && dead.length < 2; days += 1) {
    await house.work()
    clock.advance(24 * 3_600_000)
    dead = await deadJobs(platform.db, 10)
  }
  server.refuse.rcpt.length = 0
  const givenUp = { queue: 'deliver-email', owner: ann.id, failure: '451 Later' }
  expect(dead).toMatchObject([givenUp, givenUp])
  const [first, second] = dead.map(({ id }) => id) as [string, string]
  expect(await retryDead(platform.db, { id: first }, clock.now())).toEqual({ changed: 1, more: false })
  expect(await retryDead(platform.db, { id: first }, clock.now())).toEqual({ changed: 0, more: false })
  expect(await discardDead(platform.db, { id: second })).toEqual({ changed: 1, more: false })
  expect(await discardDead(platform.db, { id: first })).toEqual({ changed: 0, more: false })
  await house.work()
  expect(server.mailTo(`${ann.id}@example.org`)).toHaveLength(1)
  const mails = await platform.db.model('Delivery').findAll({ where: { channel: 'email' } })
  expect(mails.map((each) => [each.get('state'), each.get('attempts')]).sort()).toEqual([
    ['failed', dead[1]?.attempts],
    ['sent', 1],
  ])
  expect(await deadJobs(platform.db, 10)).toEqual([])
})
