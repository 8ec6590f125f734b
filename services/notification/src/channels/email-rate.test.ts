import { v7 as uuidv7 } from 'uuid'
import { expect, onTestFinished, test } from 'vitest'
import { startNotifications } from '../../fixtures/house.ts'
import { startMailServer } from '../../fixtures/mail-server.ts'

test('what is more than the mail server is to get in a minute waits, and that is no try', async () => {
  const server = await startMailServer()
  const env = { SMTP_URL: server.url, MAIL_PER_MINUTE: '2' }
  const house = await startNotifications('2026-11-22T12:00:00.000Z', env)
  onTestFinished(async () => {
    await house.stop()
    await server.stop()
  })
  const [ann, bob] = [await house.person({ name: 'Ann' }), await house.person({ name: 'Bob' })]
  for (let number = 0; number < 5; number++) {
    const listId = uuidv7()
    const about = { actorId: bob.id, audience: [ann.id, bob.id] }
    await house.announce('list.shared', listId, listId, about, { listId, name: 'Home', personId: ann.id })
  }
  const mail = () => server.mailTo(`${ann.id}@example.org`)
  const log = async () => (await ann.as('GET', '/api/notifications/deliveries?channel=email')).json().items
  for (const sent of [2, 4, 5]) {
    await house.work()
    expect(mail()).toHaveLength(sent)
    expect((await log()).filter(({ attempts }: { attempts: number }) => attempts === 0)).toHaveLength(
      5 - sent,
    )
    house.clock.advance(60_000)
  }
  expect(await house.platform.db.model('NotificationJobs').count({ where: { queue: 'deliver-email' } })).toBe(
    0,
  )
})
