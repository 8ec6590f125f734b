import { newId } from '@doable/domain/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { random } from '../fixtures/random.ts'

const house: House = await openHouse()
const { pick, chance, below } = random('bad input')
let ada: Person
let ids: string[]
beforeAll(async () => {
  ada = await house.person()
  const list = await ada.list()
  const section = await ada.ok<{ id: string }>('POST', '/api/sections', { listId: list.id, name: 'S' })
  const task = await ada.task({ listId: list.id })
  const label = await ada.ok<{ id: string }>('POST', '/api/labels', { name: 'errand' })
  const comment = await ada.ok<{ id: string }>('POST', `/api/tasks/${task.id}/comments`, { text: 'Hello' })
  const filter = await ada.ok<{ id: string }>('POST', '/api/filters', { name: 'F', query: 'p1' })
  ids = [list.id, section.id, task.id, label.id, filter.id, comment.id, ada.id, newId()]
})
afterAll(() => house.stop())

const odd: unknown[] = [
  null,
  '',
  ' ',
  'x'.repeat(60_000),
  '\u0000',
  '\ud800',
  "'; DROP TABLE Tasks; --",
  '%',
  '_',
]
odd.push(
  0,
  -1,
  5,
  1e308,
  2 ** 53,
  true,
  [],
  [[]],
  {},
  { a: 1 },
  '2026-02-30',
  '9999-12-31',
  '24:00',
  'NaN',
  'FREQ=DAILY',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  '1900-01-01',
  '2200-12-31',
  '🎉',
  'İ',
  { kind: 'before', of: 'due', minutes: 10 },
  [{ kind: 'before', of: 'due', minutes: 10 }],
  [{ kind: 'at', on: '2026-12-24', time: '09:00', timeZone: null }],
  [{ kind: 'at', on: '2026-02-30', time: '25:00', timeZone: 'x' }],
)
const value = (): unknown => (chance(0.4) ? pick(ids) : chance(0.7) ? pick(odd) : [value(), value()])
const names = [
  'title',
  'notes',
  'listId',
  'sectionId',
  'parentId',
  'labels',
  'priority',
  'dueOn',
  'dueTime',
  'repeatRule',
  'repeatMode',
  'occurrenceOn',
  'skippedOn',
  'doneOn',
  'assigneeId',
  'reminders',
  'name',
]
names.push(
  'color',
  'query',
  'favorite',
  'position',
  'archived',
  'email',
  'role',
  'id',
  '__proto__',
  'constructor',
  'operations',
  'text',
  'taskId',
  'extra',
)
const body = () => Object.fromEntries(Array.from({ length: 1 + below(4) }, () => [pick(names), value()]))
const types = [
  'task.create',
  'task.update',
  'list.update',
  'section.create',
  'label.update',
  'filter.create',
  'filter.update',
  'task.complete',
  'task.skip',
  'task.uncomplete',
  'task.recomplete',
  'task.reopen',
  'task.trash',
  'task.purge',
  'comment.create',
  'comment.update',
  'comment.trash',
  'x',
]
const operation = () => ({
  id: pick([newId(), pick(odd)]),
  at: pick(['2026-11-22T12:00:00.000Z', '0000-01-01T00:00:00.000Z', pick(odd)]),
  type: pick(types),
  subjectId: pick(ids),
  ...(chance(0.8) && { fields: body() }),
  ...(chance(0.2) && { only: [pick(ids), value()] }),
  ...(chance(0.2) && { parentId: pick(ids), occurrenceOn: '2026-11-22' }),
})
const noun = () => pick(['tasks', 'lists', 'sections', 'labels', 'filters', 'comments'])
const bits = [
  'today',
  '#',
  '@',
  '*',
  '"',
  '\\',
  '(',
  ')',
  '!',
  '&',
  '|',
  ',',
  ' ',
  'x',
  'search: ',
  'due before: ',
  'İ%_[',
]
bits.push(
  'created: ',
  'completed after: ',
  '9999-12-31',
  '0001-01-01',
  '+99999 days',
  'p1',
  '##',
  'assigned to: ',
  '/',
)
const query = () => Array.from({ length: 1 + below(8) }, () => pick(bits)).join('') || 'p1'
const requests: (() => [Parameters<Person['call']>[0], string, unknown?])[] = [
  () => ['POST', `/api/${noun()}`, { title: 'ok', name: 'ok', ...body() }],
  () => ['POST', `/api/${noun()}`, body()],
  () => ['PATCH', `/api/${noun()}/${pick(ids)}`, body()],
  () => ['POST', `/api/lists/${pick(ids)}/members`, { email: 'a@b.c', role: 'viewer', ...body() }],
  () => ['DELETE', `/api/lists/${pick(ids)}/members/${pick(ids)}`],
  () => ['POST', '/api/sync/push', { operations: Array.from({ length: 1 + below(5) }, operation) }],
  () => ['GET', `/api/tasks?${pick(names)}=${encodeURIComponent(text())}&sort=${pick(['smart', 'x', ''])}`],
  () => ['GET', `/api/tasks?filter=${encodeURIComponent(query())}&sort=${pick(['smart', 'title'])}`],
  () => ['GET', `/api/tasks?search=${encodeURIComponent(text())}`],
  () => ['GET', `/api/sync/pull?cursor=${encodeURIComponent(text())}`],
  () => ['GET', `/api/${noun()}/${encodeURIComponent(text())}`],
  () => ['POST', `/api/tasks/${pick(ids)}/comments`, { text: 'ok', ...body() }],
  () => [
    'GET',
    `/api/tasks/${pick(ids)}/${pick(['comments', 'history'])}?cursor=${encodeURIComponent(text())}`,
  ],
]
const text = () => String(pick(odd)).slice(0, 3000).toWellFormed()

test('no input, however odd, is the fault of the server', async () => {
  for (let n = 0; n < 800; n++) {
    const request = pick(requests)()
    const { statusCode, body: answer } = await ada.call(...request)
    expect([JSON.stringify(request).slice(0, 500), answer.slice(0, 300), statusCode < 500]).toEqual([
      expect.anything(),
      expect.anything(),
      true,
    ])
    if (request[1] === '/api/sync/push') expect(answer).not.toContain('internal-error')
  }
})
