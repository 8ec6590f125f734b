import type { Task } from '@doable/contracts/task'
import { QueryTypes } from 'sequelize'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'

const house: House = await openHouse()
let ada: Person
let work: string
beforeAll(async () => {
  ada = await house.person()
  work = (await ada.list({ name: 'Work' })).id
  const fixed = { dueTime: '09:00', dueTimeZone: 'Asia/Tokyo' }
  for (let n = 0; n < 12; n++)
    await ada.task({
      ...{ listId: n % 2 ? work : ada.id, title: `task ${n}`, priority: 1 + (n % 4), labels: [`l${n % 3}`] },
      ...(n % 3 && { dueOn: `2026-11-${19 + n}`, ...(n % 4 === 1 && fixed) }),
    })
})
afterAll(() => house.stop())

const url = (query: string, rest = '') => `/api/tasks?filter=${encodeURIComponent(query)}${rest}`
const titles = async (query: string, rest = '', who = ada) =>
  (await who.ok<{ items: Task[] }>('GET', url(query, rest))).items.map(({ title }) => title).sort()

test('what is no query is answered with its place and what would be right there', async () => {
  const answer = await ada.call('GET', url('today & due: neverday'))
  expect([answer.statusCode, answer.json()]).toMatchObject([
    400,
    {
      type: '/problems/bad-query',
      detail: expect.stringContaining('At character 14:'),
      errors: [{ pointer: '/filter', start: 13, end: 21, expected: 'day' }],
    },
  ])
  for (const bad of ['(today', '@', 'today,', '!', 'p5', `#${'*a'.repeat(11)}`, `${'p1|'.repeat(100)}p1`])
    expect([bad, await ada.refusal('GET', url(bad))]).toEqual([bad, [400, 'bad-query']])
  expect(await ada.refusal('GET', url('p1 '.repeat(400)))).toEqual([400, 'invalid'])
})

test('everything else that is asked for holds as well', async () => {
  expect(await titles('p1 | p2', `&listId=${work}`)).toEqual(['task 1', 'task 5', 'task 9'])
  expect(await titles('!no date', '&priority=3&label=L2')).toEqual(['task 2'])
  expect(await titles('!p1', '&dueTo=2026-11-22&search=task')).toEqual(['task 1', 'task 2'])
  expect(await titles('p1', '&status=completed')).toEqual([])
  const stranger = await house.person()
  expect(await titles('all', '', stranger)).toEqual([])
  expect(await stranger.refusal('GET', url('all', `&listId=${work}`))).toEqual([404, 'list-not-found'])
})

test('completed tasks are shown where a query asks for them, or with their status', async () => {
  const done = await ada.task({ title: 'done', labels: ['done'] })
  await ada.ok('POST', `/api/tasks/${done.id}/complete`)
  expect(await titles('@done')).toEqual([])
  expect(await titles('@done & completed')).toEqual(['done'])
  expect(await titles('@done & (completed | !completed)', '&status=completed')).toEqual(['done'])
  expect(await titles('@done & (completed | !completed)', '&status=open')).toEqual([])
  await ada.ok('DELETE', `/api/tasks/${done.id}`)
  for (const status of ['', '&status=trashed', '&status=all'])
    expect(await titles('@done & completed', status)).toEqual([])
})

test('names mean what the person sees, lists of others of the same name too', async () => {
  const bob = await house.person({ name: 'Bob Stone' })
  const stranger = await house.person({ name: 'Bob Unknown' })
  const theirs = await bob.list({ name: 'WORK' })
  await bob.task({ listId: theirs.id, title: 'of Bob' })
  await stranger.task({ listId: (await stranger.list({ name: 'Work' })).id, title: 'of a stranger' })
  const before = await titles('#work')
  expect(before).not.toContain('of Bob')
  await bob.ok('POST', `/api/lists/${theirs.id}/members`, { email: ada.email, role: 'viewer' })
  expect(await titles('#work')).toEqual([...before, 'of Bob'].sort())
  expect(await titles('created by: Bob*')).toEqual(['of Bob'])
  expect(await titles(`#${theirs.id} & shared`)).toEqual(['of Bob'])
  await bob.ok('PATCH', `/api/lists/${theirs.id}`, { archived: true })
  expect(await titles('#work')).toEqual(before)
  expect(await titles('created by: Bob*')).toEqual([])
})

test('signs that patterns are made of mean themselves', async () => {
  const names = ['50%', '5x%', 'a_b', 'axb', '[ab]', 'a', 'x\\y', '^c', '-']
  for (const name of names) await ada.task({ title: name, labels: [name] })
  const shown = (query: string) => titles(`${query} & !search: task`)
  expect(await shown('@50%')).toEqual(['50%'])
  expect(await shown('@5%*')).toEqual([])
  expect(await shown('@a_*')).toEqual(['a_b'])
  expect(await shown('@[*')).toEqual(['[ab]'])
  expect(await shown('@*\\\\*')).toEqual(['x\\y'])
  expect(await shown('@^*')).toEqual(['^c'])
  expect(await shown('@A*')).toEqual(['a', 'a_b', 'axb'])
})

test('no day is too far away to be asked for', async () => {
  const phrases = [
    '0001-01-01',
    '1583-10-15',
    '9999-12-31',
    '+9999 days',
    '-9999 days',
    'next 999 weeks',
    '999 months ago',
  ]
  for (const field of ['due', 'deadline', 'start', 'created', 'completed'])
    for (const is of ['', ' before', ' after'])
      for (const phrase of phrases)
        for (const query of [`${field}${is}: ${phrase}`, `!${field}${is}: ${phrase}`])
          expect([query, await ada.status('GET', url(query))]).toEqual([query, expect.toBeOneOf([200, 400])])
})

test('a label is found by its new name, whatever its letters', async () => {
  await ada.task({ title: 'renamed', labels: ['old name'] })
  const { items } = await ada.ok<{ items: { id: string; name: string }[] }>('GET', '/api/labels')
  const id = items.find(({ name }) => name === 'old name')?.id
  await ada.ok('PATCH', `/api/labels/${id}`, { name: 'Größe Ⅳ' })
  expect(await titles('@GROSSE iv')).toEqual(['renamed'])
  expect(await titles('@old*')).toEqual([])
})

test('midnight moves nothing between two pages', async () => {
  const first = await ada.ok<{ items: Task[]; next: string }>('GET', url('due after: today', '&limit=3'))
  house.clock.advance(24 * 60 * 60 * 1000)
  const all = await titles('due after: yesterday')
  const seen = first.items.map(({ title }) => title)
  for (let next: string | null = first.next; next; ) {
    const page: { items: Task[]; next: string | null } = await ada.ok(
      'GET',
      url('due after: today', `&limit=3&cursor=${next}`),
    )
    seen.push(...page.items.map(({ title }) => title))
    next = page.next
  }
  expect(seen.sort()).toEqual(all)
  expect(await ada.refusal('GET', url('due after: 1 day', `&cursor=${first.next}`))).toEqual([
    400,
    'bad-cursor',
  ])
})

test('a page costs as many statements whatever is asked', async () => {
  const { cost } = house
  for (const query of [
    'today',
    '#Work & /x & assigned to: Grace & !@l1',
    'due before: +9 days | completed: today, shared',
  ])
    expect(await cost(() => ada.ok('GET', url(query)))).toBeLessThanOrEqual(4)
  expect(await cost(() => ada.ok('GET', url('search: task & p1 | search: x')))).toBeLessThanOrEqual(6)
})

test('a query that looks up much is answered in turns, and no other', async () => {
  const some = (many: number, term: (n: number) => string, sign: string) =>
    Array.from({ length: many }, (_, n) => term(n)).join(sign)
  const slow = some(30, (n) => `(@l${n} & !p${1 + (n % 4)})`, ' | ')
  const shown = await titles(slow)
  expect(shown).toEqual(expect.arrayContaining(['task 4', 'task 5', 'task 7', 'task 8']))
  const told = await house.statements(() => ada.ok('GET', url(slow)))
  expect(told.filter((sql) => sql.includes(' AS w0')).length).toBeGreaterThan(0)
  const quick = some(99, (n) => `@x${n}`, '|')
  const [page = ''] = (await house.statements(() => ada.ok('GET', url(quick)))).filter((sql) =>
    sql.includes('keyId'),
  )
  expect(page.match(/FROM TaskLabels w WHERE w.taskId = t.id AND/g)).toHaveLength(1)
  expect(await house.cost(() => ada.ok('GET', url(quick)))).toBeLessThanOrEqual(4)
})

if (house.platform.dialect.name === 'sqlite')
  test.each([
    ['today', 'listId=? AND trashedAt=? AND completedAt=? AND dueOn>? AND dueOn<?'],
    ['due before: +7 days & p1', 'listId=? AND trashedAt=? AND completedAt=? AND dueOn<?'],
    ['no date & !@l1', 'listId=? AND trashedAt=? AND completedAt=? AND dueOn=?'],
    ['#Work', 'listId=? AND trashedAt=? AND completedAt=?'],
    ['#Work & (p1 | today)', 'listId=? AND trashedAt=? AND completedAt=?'],
    ['today, #Work', 'listId=? AND trashedAt=? AND completedAt=?'],
    ['overdue | @l1 | parent', 'listId=? AND trashedAt=? AND completedAt=?'],
    ['!#Work & !no date', 'listId=? AND trashedAt=? AND completedAt=?'],
    ['##Work', 'listId=? AND trashedAt=?'],
    ['completed', 'listId=? AND trashedAt=? AND completedAt'],
    ['completed: last 7 days, #Work', 'listId=? AND trashedAt=?'],
  ])('%s goes by an index: %s', async (query, by) => {
    const told = await house.statements(() => ada.ok('GET', url(query)))
    const pages = told.filter((sql) => sql.includes('WHERE t.listId IN'))
    expect(pages).toHaveLength(2)
    for (const sql of pages) {
      const text = `EXPLAIN QUERY PLAN ${sql.replace(/^Executing [^:]*: /, '')}`
      const plan = await house.platform.db.query<{ detail: string }>(text, { type: QueryTypes.SELECT })
      const steps = plan.map(({ detail }) => detail).filter((step) => /^(SCAN|SEARCH) [tswc]\b/.test(step))
      expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([])
      expect(steps[0]).toMatch(/^SEARCH t USING (COVERING )?INDEX Tasks_state/)
      expect(steps[0]).toContain(by)
    }
  })
