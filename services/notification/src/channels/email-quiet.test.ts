import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Notifications, startNotifications } from '../../fixtures/house.ts'
import { startMailServer } from '../../fixtures/mail-server.ts'

let server: Awaited<ReturnType<typeof startMailServer>>
let house: Notifications
beforeAll(async () => {
  server = await startMailServer()
  // The evening before the night in which Berlin has no 02:00 to 03:00.
  house = await startNotifications('2026-03-28T20:00:00.000Z', { SMTP_URL: server.url })
})
afterAll(async () => {
  await house.stop()
  await server.stop()
})

/** Somebody in Berlin who sleeps from ten to seven, and wants everything by e-mail. */
async function sleeper(more: object = {}) {
  house.clock.set('2026-03-28T20:00:00.000Z')
  const ann = await house.person({ timeZone: 'Europe/Berlin' })
  const kinds = { completed: ['email'], reminder: ['email'], 'due-soon': [], overdue: [] }
  const payload = { quietFrom: '22:00', quietUntil: '07:00', kinds, ...more }
  expect((await ann.as('PATCH', '/api/notifications/settings', { payload })).statusCode).toBe(200)
  const mailAt = async (instant: string) => {
    house.clock.set(instant)
    await house.work()
    return server.mailTo(`${ann.id}@example.org`).map(({ headers }) => headers.get('subject'))
  }
  const reminded = async (title: string, priority: 1 | 4, time: string) => {
    const reminders = [{ kind: 'at' as const, on: '2026-03-29', time, timeZone: null }]
    const task = await house.task({ createdBy: ann.id, title, priority, reminders })
    await house.aboutTask('task.created', task, { actorId: ann.id })
  }
  return { ann, mailAt, reminded }
}
const morning = '2026-03-29T05:00:00.000Z'
const justBefore = '2026-03-29T04:59:59.999Z'

test('what is told in a night of 23 hours goes out at its end by the clock', async () => {
  const { mailAt, reminded } = await sleeper()
  await reminded('Plants', 4, '03:30')
  expect(await mailAt('2026-03-29T01:30:00.000Z')).toEqual([])
  expect(await mailAt(justBefore)).toEqual([])
  expect(await mailAt(morning)).toEqual([expect.stringContaining('Plants')])
})

test('of an urgent task they are reminded in the night if they want that, and of no other', async () => {
  const [wakes, sleeps] = [await sleeper({ urgentPasses: true }), await sleeper({ urgentPasses: false })]
  for (const { reminded } of [wakes, sleeps]) {
    await reminded('Medicine', 1, '03:30')
    await reminded('Plants', 4, '03:30')
  }
  const night = '2026-03-29T01:30:00.000Z'
  expect(await wakes.mailAt(night)).toEqual([expect.stringContaining('Medicine')])
  expect(await sleeps.mailAt(night)).toEqual([])
  expect(await wakes.mailAt(morning)).toHaveLength(2)
  expect(await sleeps.mailAt(morning)).toHaveLength(2)
})

test.each([
  ['by day after a minute', '2026-03-28T20:00:00.000Z', '2026-03-28T20:01:00.000Z'],
  ['at the end of the night', '2026-03-28T23:00:00.000Z', morning],
  ['at the end of the night that begins within the minute', '2026-03-28T20:59:30.000Z', morning],
])('ten things that somebody completes are one mail: %s', async (_, doneAt, mailedAt) => {
  const { ann, mailAt } = await sleeper()
  const bob = await house.person({ name: 'Bob' })
  house.clock.set(doneAt)
  for (let n = 0; n < 10; n += 1) {
    const task = await house.task({ createdBy: ann.id, title: `Task ${n}` })
    const done = { ...task, completedAt: doneAt, completedBy: bob.id }
    const about = { actorId: bob.id, ownerId: ann.id, audience: [ann.id, bob.id] }
    await house.aboutTask('task.completed', done, about)
  }
  expect(await mailAt(new Date(Date.parse(mailedAt) - 1).toISOString())).toEqual([])
  expect(await mailAt(mailedAt)).toEqual([expect.stringContaining('10')])
  expect(await mailAt('2026-03-29T12:00:00.000Z')).toHaveLength(1)
})
