import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Dues, startDues } from '../fixtures/dues.ts'
import { type Notifications, startNotifications } from '../fixtures/house.ts'
import { startMailServer } from '../fixtures/mail-server.ts'

/** What a house tells of itself, as Prometheus would hear it. */
const told = ({ platform }: Pick<Notifications, 'platform'>) => platform.metrics.metrics()

let house: Dues
beforeAll(async () => {
  house = await startDues()
})
afterAll(() => house.stop())

test('how late a reminder was told is counted, and what is due and not told stands there', async () => {
  const reminders = [{ kind: 'at' as const, on: '2026-11-23', time: '08:00', timeZone: null }]
  const { ann } = await house.dueTask({ dueOn: '2026-12-23', reminders })
  house.clock.set('2026-11-23T07:00:40.000Z')
  const waiting = await told(house)
  expect(waiting).toMatch(/^doable_jobs_overdue\{queue="\w[\w-]*"\} [1-9]/m)
  expect(waiting).toMatch(/^doable_jobs_overdue_seconds\{queue="\w[\w-]*"\} (?!0$)/m)
  await house.work()
  expect(await ann.told()).not.toEqual([])
  // What stands in the queues is looked at every few seconds.
  house.clock.set('2026-11-23T07:00:50.000Z')
  const text = await told(house)
  expect(text).toMatch(/^doable_reminder_lateness_seconds_count [1-9]/m)
  expect(text).not.toMatch(/^doable_jobs_overdue\{[^}]*\} [1-9]/m)
  expect(text).not.toContain(ann.id)
})

test('what was sent, tried again and given up is told apart', async () => {
  const server = await startMailServer()
  const mailing = await startNotifications('2026-11-22T12:00:00.000Z', { SMTP_URL: server.url })
  const share = async () => {
    const [ann, bob] = [await mailing.person(), await mailing.person()]
    const listId = uuidv7()
    const about = { actorId: bob.id, audience: [ann.id, bob.id] }
    await mailing.announce('list.shared', listId, listId, about, { listId, name: 'Home', personId: ann.id })
    await mailing.work()
  }
  await share()
  await server.stop()
  await share()
  const text = await told(mailing)
  expect(text).toContain('doable_deliveries_total{channel="email",outcome="sent"} 1\n')
  expect(text).toContain('doable_deliveries_total{channel="email",outcome="retried"} 1\n')
  await mailing.stop()
})
