import type { QuickAdded } from '@doable/contracts/quick-add'
import type { Reminder } from '@doable/contracts/reminder'
import type { Task } from '@doable/contracts/task'
import { newId } from '@doable/domain/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { operation } from '../fixtures/operation.ts'

const house: House = await openHouse()
let ada: Person
beforeAll(async () => {
  ada = await house.person()
})
afterAll(() => house.stop())

const before = (minutes: number, of: 'start' | 'due' | 'deadline' = 'due'): Reminder => ({
  kind: 'before',
  of,
  minutes,
})
const at = (on: string, time = '09:00', timeZone: string | null = null): Reminder => ({
  kind: 'at',
  on,
  time,
  timeZone,
})
const change = (id: string, fields: object) => ada.ok<Task>('PATCH', `/api/tasks/${id}`, fields)

test('reminders are kept as they are, told when they change, and gone when they are taken away', async () => {
  const reminders = [
    before(10),
    before(0, 'deadline'),
    at('2026-12-24'),
    at('2026-12-24', '18:00', 'Asia/Tokyo'),
  ]
  const { id } = await ada.task({ reminders })
  expect((await ada.ok<Task>('GET', `/api/tasks/${id}`)).reminders).toEqual(reminders)
  expect((await ada.pull()).tasks.find((task) => task.id === id)?.reminders).toEqual(reminders)
  expect((await change(id, { reminders: [before(5)] })).reminders).toEqual([before(5)])
  expect((await change(id, { reminders: [] })).reminders).toEqual([])
  const rows = await house.platform.events.model.findAll({
    where: { subjectId: id },
    order: ['id'],
    raw: true,
  })
  expect(JSON.parse(String(rows.at(-1)?.data)).before).toEqual({ reminders: [before(5)] })
})

test.each([
  ['twice the same', [before(5), before(5)]],
  ['more than twenty', Array.from({ length: 21 }, (_, n) => before(n))],
  ['after it', [before(-1)]],
  ['years before', [before(525_601)]],
  ['half a minute', [{ kind: 'before', of: 'due', minutes: 0.5 }]],
  ['before nothing', [{ kind: 'before', of: 'end', minutes: 5 }]],
  ['a day that is none', [at('2026-02-30')]],
  ['a time that is none', [at('2026-02-28', '24:00')]],
  ['a zone that is none', [at('2026-02-28', '09:00', 'Mars/Base')]],
  ['a field too many', [{ ...before(5), extra: 1 }]],
  ['no list', before(5)],
])('%s is refused', async (_what, reminders) => {
  expect((await ada.refusal('POST', '/api/tasks', { title: 'x', reminders }))[0]).toBe(400)
})

const many = Array.from({ length: 10_000 }, (_, n) => before(n))
const tooMany = [{ pointer: '/reminders', detail: expect.stringContaining('20') }]
const nowhere = 'Europe/Atlantis'

test.each([
  ['ten thousand reminders', { reminders: many }, tooMany],
  [
    'a reminder in a zone that is none',
    { reminders: [before(5), at('2026-12-24', '09:00', nowhere)] },
    [{ pointer: '/reminders/1/timeZone' }],
  ],
  [
    'due in a zone that is none',
    { dueOn: '2026-12-24', dueTime: '09:00', dueTimeZone: nowhere },
    [{ pointer: '/dueTimeZone' }],
  ],
])('%s: no door takes it, each says where it is wrong, and nothing is kept', async (_, fields, errors) => {
  const own = await house.person()
  const task = await own.task()
  const answers = [
    await own.call('POST', '/api/tasks', { title: 'x', ...fields }),
    await own.call('PATCH', `/api/tasks/${task.id}`, fields),
  ]
  for (const answer of answers) {
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors).toMatchObject(errors)
  }
  const { results } = await own.push([
    operation('task.create', newId(), { fields: { title: 'x', ...fields } }),
    operation('task.update', task.id, { fields }),
  ])
  const inside = errors.map((error) => ({ ...error, pointer: `/fields${error.pointer}` }))
  const refused = { status: 'refused', problem: { status: 400, errors: inside } }
  expect(results).toMatchObject([refused, refused])
  expect((await own.pull()).tasks).toEqual([task])
})

test('of more reminders than a task may have, a line of quick add brings the first', async () => {
  const text = `Call ${Array.from({ length: 25 }, (_, n) => `!${n + 1} min before`).join(' ')} tomorrow 5pm`
  const answer = await ada.ok<QuickAdded>('POST', '/api/tasks/quick-add', { text })
  const first = Array.from({ length: 20 }, (_, n) => before(n + 1))
  expect(answer.items).toMatchObject([{ title: 'Call', reminders: first }])
})

test('the twenty longest there may be fit', async () => {
  const zone = 'America/Argentina/ComodRivadavia'
  const reminders = Array.from({ length: 20 }, (_, n) => at('2026-12-24', `10:${10 + n}`, zone))
  expect((await ada.task({ reminders })).reminders).toEqual(reminders)
})

test('with the next occurrence those at a time of their own move along, and taking it back brings them back', async () => {
  const { id } = await ada.task({
    dueOn: '2026-11-23',
    repeatRule: 'FREQ=DAILY;INTERVAL=7',
    reminders: [before(30), at('2026-11-22', '18:00')],
  })
  const below = await ada.task({ parentId: id, reminders: [at('2026-11-21')] })
  const done = await ada.ok<Task>('POST', `/api/tasks/${id}/complete`)
  expect(done).toMatchObject({ dueOn: '2026-11-30', reminders: [before(30), at('2026-11-29', '18:00')] })
  const next = await ada.ok<Task>('GET', `/api/tasks/${below.id}`)
  expect(next.reminders).toEqual([at('2026-11-28')])
  const back = await ada.ok<Task>('POST', `/api/tasks/${id}/uncomplete`)
  expect(back).toMatchObject({ dueOn: '2026-11-23', reminders: [before(30), at('2026-11-22', '18:00')] })
  expect((await ada.ok<Task>('GET', `/api/tasks/${below.id}`)).reminders).toEqual([at('2026-11-21')])
})
