import type { NewTask, Task } from '@doable/contracts/task'
import { TaskSort } from '@doable/contracts/task-query'
import { nowAt } from '@doable/domain/calendar'
import { sortTasks } from '@doable/domain/sorting'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { random } from '../fixtures/random.ts'

const house: House = await openHouse()
const { pick, chance, below } = random('task pages')
const zone = 'America/New_York'
let ada: Person
let all: Task[]
type Page = { items: Task[]; next: string | null }

const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-12-24']
const zones = [null, null, null, 'Asia/Tokyo', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']
/** Few different values, so that equals abound. */
const anything = (listId: string): Partial<NewTask> => ({
  listId,
  title: pick(['milk', 'Milk', 'zebra', 'Ärger', '10 things', '9 things']),
  notes: chance(0.2) ? 'buy 100% oat_milk [now]' : '',
  priority: 1 + below(4),
  labels: chance(0.3) ? [pick(['a', 'b'])] : [],
  position: pick(['a5', 'b5', 'c5']),
  ...(chance(0.7) && { dueOn: pick(days) }),
  ...(chance(0.4) && { dueTime: pick(['00:30', '09:00', '23:30']), dueTimeZone: pick(zones) }),
})
beforeAll(async () => {
  house.clock.set('2026-11-23T03:00:00.000Z') // still the 22nd in New York
  ada = await house.person({ timeZone: zone })
  const lists = [ada.id, (await ada.list()).id]
  all = []
  for (let n = 0; n < 120; n++) {
    house.clock.advance(pick([0, 0, 1000]))
    all.push(await ada.task(anything(pick(lists))))
  }
})
afterAll(() => house.stop())

const pageOf = (query: string) => ada.ok<Page>('GET', `/api/tasks?${query}`)
async function walk(query: string, limit: number): Promise<Task[]> {
  const seen: Task[] = []
  let cursor = ''
  for (;;) {
    const page = await pageOf(`${query}&limit=${limit}${cursor}`)
    seen.push(...page.items)
    expect(page.items.length <= limit).toBe(true)
    if (page.next === null) return seen
    cursor = `&cursor=${page.next}`
  }
}
const ids = (tasks: Task[]) => tasks.map(({ id }) => id)

test.each(TaskSort.options)('pages sorted by %s visit every task once', async (sort) => {
  for (const limit of [1, 7, 200])
    expect(ids(await walk(`sort=${sort}`, limit)).sort()).toEqual(ids(all).sort())
})

test.each(['smart', 'priority', 'date', 'order', 'created'] as const)(
  'the order by %s is that of the browser',
  async (sort) => {
    const now = nowAt(house.clock.now().toISOString(), zone)
    expect(ids(await walk(`sort=${sort}`, 11))).toEqual(ids(sortTasks(all, sort, now)))
  },
)

test('by title case and accents do not matter', async () => {
  const titles = (await walk('sort=title', 50)).map(({ title }) => title.toLowerCase())
  const groups = ['10 things', '9 things', 'ärger', 'milk', 'zebra']
  expect([...new Set(titles)]).toEqual(groups)
})

test('midnight between two pages moves nothing', async () => {
  const whole = ids(await walk('sort=smart', 200))
  const first = await pageOf('sort=smart&limit=60')
  const before = house.clock.now()
  house.clock.advance(24 * 60 * 60 * 1000)
  const second = await pageOf(`sort=smart&limit=200&cursor=${first.next}`)
  house.clock.set(before)
  expect([...ids(first.items), ...ids(second.items)]).toEqual(whole)
})

test('filters leave what they say', async () => {
  const now = nowAt(house.clock.now().toISOString(), zone)
  const { isToday } = await import('@doable/domain/due')
  const expected = (keep: (task: Task) => boolean) => ids(all.filter(keep)).sort()
  const found = async (query: string) => ids(await walk(query, 25)).sort()
  expect(await found('priority=2')).toEqual(expected(({ priority }) => priority === 2))
  expect(await found('label=A')).toEqual(expected(({ labels }) => labels.includes('a')))
  expect(await found(`listId=${ada.id}`)).toEqual(expected(({ listId }) => listId === ada.id))
  expect(await found('dueFrom=2026-11-22&dueTo=2026-11-22')).toEqual(expected((task) => isToday(task, now)))
  expect(await found('sort=title&dueFrom=2026-11-22&dueTo=2026-11-22')).toEqual(
    expected((task) => isToday(task, now)),
  )
})

test('search finds all words, in any case and accent, and no wildcards', async () => {
  const count = async (search: string) => (await walk(`search=${encodeURIComponent(search)}`, 50)).length
  const among = (keep: (task: Task) => boolean) => all.filter(keep).length
  expect(await count('ARGER')).toBe(among(({ title }) => title === 'Ärger'))
  expect(await count('zeb oat_milk')).toBe(among(({ title, notes }) => title === 'zebra' && notes !== ''))
  expect(await count('100%')).toBe(among(({ notes }) => notes !== ''))
  expect([await count('oat%milk'), await count('a_t'), await count("'")]).toEqual([0, 0, 0])
})

test('a cursor serves its own request only', async () => {
  const { next } = await pageOf('sort=smart&limit=5')
  const bob = await house.person()
  const bad = [400, 'bad-cursor']
  const at = (query: string, who = ada) => who.refusal('GET', `/api/tasks?${query}`)
  expect(await at(`sort=date&cursor=${next}`)).toEqual(bad)
  expect(await at(`sort=smart&priority=1&cursor=${next}`)).toEqual(bad)
  expect(await at(`sort=smart&cursor=${next}`, bob)).toEqual(bad)
  for (const cursor of ['x', 'bnVsbA', 'W10', `${next}x`, String(next).slice(0, -6), 'eyJhIjoxfQ'])
    expect([cursor, await at(`sort=smart&cursor=${cursor}`)]).toEqual([cursor, bad])
})
