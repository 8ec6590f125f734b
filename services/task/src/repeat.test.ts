import type { Completion } from '@doable/contracts/completion'
import type { NewTask, Task } from '@doable/contracts/task'
import { newId } from '@doable/domain/ids'
import { json } from '@doable/service-kit/rows'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { operation } from '../fixtures/operation.ts'

let house: House
let ada: Person
beforeAll(async () => {
  house = await openHouse()
  ada = await house.person()
})
beforeEach(() => house.clock.set(new Date('2026-11-22T12:00:00.000Z')))
afterAll(() => house.stop())

const daily = { dueOn: '2026-11-22', repeatRule: 'FREQ=DAILY' }
const repeating = (fields: Partial<NewTask> = {}) => ada.task({ ...daily, ...fields })
const now = (id: string) => ada.ok<Task>('GET', `/api/tasks/${id}`)
const act = (id: string, verb: string, query = '') => ada.ok<Task>('POST', `/api/tasks/${id}/${verb}${query}`)
const completions = async (id: string) =>
  (await ada.ok<{ items: Completion[] }>('GET', `/api/tasks/${id}/completions`)).items
/** All that a person could see of a task. */
const seen = ({ updatedAt: _, version: __, ...rest }: Task) => rest

test('a rule is kept in one spelling and counts from the day the task is due', async () => {
  const task = await repeating({ repeatRule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=TH,MO' })
  expect(task).toMatchObject({
    repeatRule: 'FREQ=WEEKLY;BYDAY=MO,TH',
    repeatMode: 'schedule',
    occurrenceOn: '2026-11-22',
    skippedOn: [],
  })
  expect(await now(task.id)).toEqual(task)
  const patch = {
    repeatRule: 'FREQ=DAILY',
    repeatMode: 'completion',
    skippedOn: ['2026-12-26', '2026-12-25'],
  }
  expect(await ada.ok('PATCH', `/api/tasks/${task.id}`, patch)).toMatchObject({
    repeatMode: 'completion',
    skippedOn: ['2026-12-25', '2026-12-26'],
  })
})

test('a rule that cannot be is refused with the reason, and one needs a day', async () => {
  const refusal = await ada.call('POST', '/api/tasks', { title: 'x', ...daily, repeatRule: 'FREQ=SECONDLY' })
  expect(refusal.json()).toMatchObject({
    status: 422,
    type: '/problems/bad-rule',
    detail: 'A task repeats once a day at the most.',
    errors: [{ pointer: '/repeatRule', detail: 'too-often' }],
  })
  const never = { repeatRule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }
  const task = await ada.task()
  expect(await ada.refusal('PATCH', `/api/tasks/${task.id}`, never)).toEqual([422, 'bad-rule'])
  expect(await ada.refusal('PATCH', `/api/tasks/${task.id}`, { repeatRule: 'FREQ=DAILY' })).toEqual([
    422,
    'no-day',
  ])
  expect(await ada.refusal('POST', '/api/tasks', { title: 'x', repeatRule: 'FREQ=DAILY' })).toEqual([
    422,
    'no-day',
  ])
})

test('completing goes on to the next day and leaves a record; deadline and start move along', async () => {
  const task = await repeating({
    dueTime: '06:45',
    startOn: '2026-11-21',
    deadlineOn: '2026-11-24',
    priority: 1,
  })
  const done = await act(task.id, 'complete')
  expect(done).toMatchObject({
    dueOn: '2026-11-23',
    dueTime: '06:45',
    startOn: '2026-11-22',
    deadlineOn: '2026-11-25',
    occurrenceOn: '2026-11-23',
    completedAt: null,
    priority: 1,
  })
  expect(await completions(task.id)).toMatchObject([
    { occurrenceOn: '2026-11-22', doneOn: '2026-11-22', completedBy: ada.id, skipped: false },
  ])
  expect(await now(task.id)).toEqual(done)
})

test('taking it back restores exactly, and again does nothing', async () => {
  const task = await repeating({
    repeatRule: 'FREQ=DAILY;COUNT=5',
    deadlineOn: '2026-11-24',
    skippedOn: ['2026-11-23'],
  })
  const child = await ada.task({ parentId: task.id, dueOn: '2026-11-21' })
  const done = await ada.task({ parentId: task.id })
  await act(done.id, 'complete')
  const before = [await now(task.id), await now(child.id), await now(done.id)].map(seen)
  expect(await act(task.id, 'complete')).toMatchObject({
    dueOn: '2026-11-24',
    repeatRule: 'FREQ=DAILY;COUNT=3',
    skippedOn: [],
  })
  expect(await now(child.id)).toMatchObject({ completedAt: null, dueOn: '2026-11-23' })
  expect(await now(done.id)).toMatchObject({ completedAt: null })
  await act(task.id, 'uncomplete')
  expect([await now(task.id), await now(child.id), await now(done.id)].map(seen)).toEqual(before)
  expect(await completions(task.id)).toEqual([])
  const { version } = await now(task.id)
  expect((await act(task.id, 'uncomplete', '?occurrenceOn=2026-11-22')).version).toBe(version)
  expect(await act(task.id, 'complete')).toMatchObject({ dueOn: '2026-11-24' })
  expect(await completions(task.id)).toHaveLength(1)
})

test('taking an older one back leaves the task where it is; what was changed since stays', async () => {
  const task = await repeating()
  await act(task.id, 'complete')
  await act(task.id, 'complete', '?doneOn=2026-11-23')
  expect(await act(task.id, 'uncomplete', '?occurrenceOn=2026-11-22')).toMatchObject({ dueOn: '2026-11-24' })
  expect(await completions(task.id)).toHaveLength(1)
  await ada.ok('PATCH', `/api/tasks/${task.id}`, { dueOn: '2026-11-30', title: 'renamed' })
  const back = await act(task.id, 'uncomplete')
  expect(back).toMatchObject({ occurrenceOn: '2026-11-23', dueOn: '2026-11-30', title: 'renamed' })
})

test('two devices that complete the same occurrence complete it once', async () => {
  const task = await repeating()
  const complete = () =>
    operation('task.complete', task.id, { occurrenceOn: '2026-11-22', doneOn: '2026-11-22' })
  const [one, two] = [complete(), complete()]
  expect((await ada.push([one])).results).toMatchObject([{ status: 'applied' }])
  const second = await ada.push([two])
  expect(second.results).toMatchObject([{ status: 'applied' }])
  expect(second.changes.tasks).toMatchObject([{ dueOn: '2026-11-23' }])
  expect(await completions(task.id)).toHaveLength(1)
  // A device that did two days offline: of the first another one was quicker.
  const next = operation('task.complete', task.id, { occurrenceOn: '2026-11-23', doneOn: '2026-11-23' })
  await ada.push([complete(), next])
  expect(await now(task.id)).toMatchObject({ dueOn: '2026-11-24' })
  expect(await completions(task.id)).toHaveLength(2)
})

test('many at once complete it once', async () => {
  const task = await repeating()
  const results = await Promise.all(
    Array.from({ length: 8 }, () =>
      ada.call('POST', `/api/tasks/${task.id}/complete?occurrenceOn=2026-11-22`),
    ),
  )
  expect(results.map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(200))
  expect(await now(task.id)).toMatchObject({ dueOn: '2026-11-23' })
  expect(await completions(task.id)).toHaveLength(1)
})

test('one completes while another one skips: the first counts', async () => {
  const task = await repeating()
  const which = { occurrenceOn: '2026-11-22', doneOn: '2026-11-22' }
  await ada.push([operation('task.skip', task.id, which), operation('task.complete', task.id, which)])
  expect(await completions(task.id)).toMatchObject([{ skipped: true }])
  expect(await now(task.id)).toMatchObject({ dueOn: '2026-11-23' })
})

test('skipping goes on without having done anything, and is taken back like that', async () => {
  const task = await repeating()
  const before = seen(await now(task.id))
  expect(await act(task.id, 'skip')).toMatchObject({ dueOn: '2026-11-23' })
  expect(seen(await act(task.id, 'uncomplete'))).toEqual(before)
  const last = await repeating({ repeatRule: 'FREQ=DAILY;COUNT=1' })
  expect(await act(last.id, 'skip')).toEqual(last)
})

test('the last occurrence completes the task for good, and reopening brings it back', async () => {
  const task = await repeating({ repeatRule: 'FREQ=DAILY;COUNT=2' })
  expect(await act(task.id, 'complete')).toMatchObject({
    completedAt: null,
    repeatRule: 'FREQ=DAILY;COUNT=1',
  })
  const done = await act(task.id, 'complete')
  expect(done.completedAt).not.toBeNull()
  expect(await act(task.id, 'complete', '?occurrenceOn=2026-11-23')).toEqual(done)
  expect(await act(task.id, 'reopen')).toMatchObject({ completedAt: null, dueOn: '2026-11-23' })
})

test('another day moves this occurrence only; a new rule begins there', async () => {
  const task = await repeating({ repeatRule: 'FREQ=DAILY;INTERVAL=7' })
  const path = `/api/tasks/${task.id}`
  expect(await ada.ok('PATCH', path, { dueOn: '2026-11-25' })).toMatchObject({ occurrenceOn: '2026-11-22' })
  expect(await act(task.id, 'complete')).toMatchObject({ dueOn: '2026-11-29', occurrenceOn: '2026-11-29' })
  await ada.ok('PATCH', path, { dueOn: '2026-12-01' })
  expect(await ada.ok('PATCH', path, { repeatRule: 'FREQ=DAILY;INTERVAL=3' })).toMatchObject({
    occurrenceOn: '2026-12-01',
  })
  expect(await act(task.id, 'complete')).toMatchObject({ dueOn: '2026-12-04' })
  expect(await completions(task.id)).toHaveLength(2)
})

test('without a day there is no repetition', async () => {
  const task = await repeating({ skippedOn: ['2026-12-25'] })
  expect(await ada.ok('PATCH', `/api/tasks/${task.id}`, { dueOn: null })).toMatchObject({
    repeatRule: null,
    repeatMode: null,
    occurrenceOn: null,
    skippedOn: [],
  })
})

test('what repeats by itself below is left alone, and so is what is in the trash', async () => {
  const task = await repeating()
  const own = await repeating({ parentId: task.id, repeatRule: 'FREQ=WEEKLY' })
  const trashed = await ada.task({ parentId: task.id })
  await ada.ok('DELETE', `/api/tasks/${trashed.id}`)
  await act(task.id, 'complete')
  expect(await now(own.id)).toEqual(own)
  expect((await ada.pull()).completions.filter(({ seriesId }) => seriesId === task.id)).toHaveLength(1)
})

test('the day is that of the person, or of their zone where they do not say', async () => {
  const kiribati = await house.person({ timeZone: 'Pacific/Kiritimati' })
  const task = await kiribati.task({ ...daily, repeatMode: 'completion' })
  expect(await kiribati.ok('POST', `/api/tasks/${task.id}/complete`)).toMatchObject({ dueOn: '2026-11-24' })
  const other = await kiribati.task({ ...daily, repeatMode: 'completion' })
  // A day that is nobody's is not believed.
  expect(await kiribati.ok('POST', `/api/tasks/${other.id}/complete?doneOn=2030-01-01`)).toMatchObject({
    dueOn: '2026-11-24',
  })
})

test('records reach every device of the list, move with the task and go with it', async () => {
  const list = await ada.list()
  const grace = await house.person()
  await ada.ok('POST', `/api/lists/${list.id}/members`, { email: grace.email, role: 'editor' })
  const task = await repeating({ listId: list.id })
  const first = await grace.pull()
  await act(task.id, 'complete')
  const second = await grace.pull(first.cursor)
  expect(second.completions).toMatchObject([{ taskId: task.id, listId: list.id, undoneAt: null }])
  await act(task.id, 'uncomplete')
  const third = await grace.pull(second.cursor)
  expect(third.completions).toMatchObject([{ undoneAt: expect.any(String) }])
  await act(task.id, 'complete')
  await ada.ok('PATCH', `/api/tasks/${task.id}`, { listId: ada.id })
  const fourth = await grace.pull(third.cursor)
  expect([fourth.completions, fourth.goneTasks]).toEqual([[], [{ id: task.id, listId: list.id }]])
  expect((await ada.pull()).completions.filter(({ taskId }) => taskId === task.id)).toMatchObject([
    { listId: ada.id },
  ])
  await ada.ok('DELETE', `/api/tasks/${task.id}`)
  await ada.ok('POST', `/api/tasks/${task.id}/purge`)
  expect((await ada.pull()).completions.filter(({ taskId }) => taskId === task.id)).toEqual([])
})

test('a viewer completes nothing', async () => {
  const list = await ada.list()
  const eve = await house.person()
  await ada.ok('POST', `/api/lists/${list.id}/members`, { email: eve.email, role: 'viewer' })
  const { id } = await repeating({ listId: list.id })
  for (const verb of ['complete', 'skip', 'uncomplete'])
    expect(await eve.refusal('POST', `/api/tasks/${id}/${verb}`)).toEqual([403, 'read-only'])
})

test('the others are told that it went on', async () => {
  const task = await repeating()
  await act(task.id, 'complete')
  await act(task.id, 'skip')
  const { events } = house.platform
  const told = await events.model.findAll({
    where: { subjectId: task.id, type: 'task.recurred' },
    raw: true,
    order: [['createdAt', 'ASC']],
  })
  const facts = told.map(({ data }) => json<{ skipped: boolean; before: Task; task: Task }>(data))
  expect(facts.map(({ skipped }) => skipped).sort()).toEqual([false, true])
  expect(facts[0]).toMatchObject({
    before: { dueOn: expect.any(String) },
    task: { repeatRule: 'FREQ=DAILY' },
  })
})

test('a repeated key or operation answers the same and does nothing', async () => {
  const task = await repeating()
  const headers = { 'idempotency-key': newId() }
  const path = `/api/tasks/${task.id}/complete`
  const first = await ada.call('POST', path, undefined, headers)
  expect((await ada.call('POST', path, undefined, headers)).json()).toEqual(first.json())
  expect(await now(task.id)).toMatchObject({ dueOn: '2026-11-23' })
})

test('completing a repeating task costs as many statements however often it was done', async () => {
  const task = await repeating()
  const cost = () => house.cost(() => act(task.id, 'complete', '?doneOn=2026-11-22'))
  await cost()
  expect(await cost()).toBeLessThanOrEqual(6)
  const { cursor } = await ada.pull()
  await cost()
  expect(await house.cost(() => ada.pull(cursor))).toBeLessThanOrEqual(6)
})
