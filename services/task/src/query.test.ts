import type { Task } from '@doable/contracts/task'
import { TaskSort } from '@doable/contracts/task-query'
import { newId } from '@doable/domain/ids'
import { worldQuery } from '@doable/domain/query/arbitrary.testing'
import { cases } from '@doable/domain/query/cases'
import { comments, completions, tasks } from '@doable/domain/query/cases/tasks'
import {
  contextOf,
  keyOf,
  lists,
  me,
  people,
  type Setting,
  sections,
  usual,
  type WorldCompletion,
  worldOf,
} from '@doable/domain/query/cases/world'
import { compileQuery } from '@doable/domain/query/compile'
import { parseQuery } from '@doable/domain/query/parse'
import { writeQuery } from '@doable/domain/query/write'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { fillWorld, openWorld, settle } from '../fixtures/query-world.ts'
import { random } from '../fixtures/random.ts'

const house: House = await openHouse()
beforeAll(() => openWorld(house))
afterAll(() => house.stop())

type Page = { items: Task[]; next: string | null }
const asked = (who: Person, query: string) =>
  who.ok<Page>('GET', `/api/tasks?limit=200&filter=${encodeURIComponent(query)}`)
const keysOf = ({ items }: Page) => items.map(({ id }) => keyOf(id)).sort()

describe('the table that every evaluator is held against', () => {
  beforeAll(() => fillWorld(tasks, completions, comments))
  const table = cases.map(([query, shows, setting = {}]) => ({ query, shows, setting }))
  test.each(table)('$query shows $shows $setting', async ({ query, shows, setting }) => {
    const ada = await settle(house, setting)
    const inAnyPane = new Set(shows.split(/,? /).filter(Boolean))
    expect(keysOf(await asked(ada, query))).toEqual([...inAnyPane].sort())
  })
})

describe('in a random world', () => {
  const { pick, chance, below, next } = random('queries')
  const settings: Setting[] = [
    {},
    { zone: 'America/New_York', at: '2026-11-22T03:00:00.000Z', weekStart: 7 },
    { zone: 'Pacific/Kiritimati', at: '2026-11-30T11:00:00.000Z', weekStart: 6, language: 'de' },
  ]
  const days = [
    '2026-11-16',
    '2026-11-18',
    '2026-11-19',
    '2026-11-22',
    '2026-11-30',
    '2027-01-01',
    null,
    null,
  ]
  const instants = [
    '2026-11-17T23:30:00.000Z',
    '2026-11-18T08:30:00.000Z',
    '2026-11-22T02:00:00.000Z',
    '2025-12-31T23:30:00.000Z',
  ]
  const words = [
    'urgent',
    'Waiting',
    'Größe',
    'GRÖSSE',
    'a b',
    '5*3',
    '5%3',
    'café',
    'CAFE',
    'İş',
    '🚀',
    'a_b',
    '[a]',
    'x^\\',
  ]
  const titles = ['a', 'The garden', 'straße', 'STRASSE 50%', 'a_b', '(a) | "x', 'Crème', 'o*']
  /** A pane that is worked through in portions. */
  const lookups = `, ${[1, 2, 3, 4, 1].map((p, n) => `(@l${n} & p${p})`).join(' | ')}`
  const perhaps = <T>(share: number, value: T) => (chance(share) ? value : null)

  function anyTask(others: readonly Task[]): Task {
    const [below, completedAt] = [
      chance(0.3) && others.length ? pick(others) : undefined,
      perhaps(0.3, pick(instants)),
    ]
    const listId = below?.listId ?? pick(lists).id
    const inside = sections.filter((section) => section.listId === listId)
    const dueOn = pick(days)
    const dueTime = dueOn && perhaps(0.5, pick(['00:30', '12:00', '23:30']))
    return {
      ...(tasks[0] as Task),
      ...{ id: newId(), listId, parentId: below?.id ?? null, title: pick(titles), notes: pick(titles) },
      ...{ sectionId: inside.length ? perhaps(0.5, pick(inside).id) : null, priority: pick([1, 2, 3, 4]) },
      ...{
        labels: chance(0.4) ? [...new Set([pick(words)])] : [],
        startOn: pick(days),
        deadlineOn: pick(days),
      },
      ...{
        dueOn,
        dueTime,
        dueTimeZone: dueTime && pick([null, 'Asia/Tokyo', 'Pacific/Pago_Pago', 'Pacific/Apia']),
      },
      ...{ assigneeId: perhaps(0.5, pick(people).id), createdBy: pick(people).id, createdAt: pick(instants) },
      ...{
        repeatRule: perhaps(0.2, 'FREQ=DAILY'),
        repeatMode: null,
        completedAt,
        completedBy: completedAt && me,
      },
      trashedAt: perhaps(0.1, pick(instants)),
    }
  }
  const world: Task[] = []
  const done: WorldCompletion[] = []
  beforeAll(async () => {
    for (let n = 0; n < 300; n++) world.push(anyTask(world))
    for (const { id } of world.slice(0, 60))
      done.push({
        ...{ taskId: id, occurrenceOn: '2026-11-01', completedAt: pick(instants) },
        ...{ skipped: chance(0.3), undoneAt: perhaps(0.3, '2026-11-18T09:00:00.000Z') },
      })
    await fillWorld(world, done)
  })

  test.each(settings)('the server shows what the browser shows %j', async (setting) => {
    const ada = await settle(house, setting)
    const known = worldOf(world, done)
    const property = fc.asyncProperty(worldQuery, fc.boolean(), async (query, slow) => {
      const text = `${writeQuery(query)}${slow ? lookups : ''}`
      const parsed = parseQuery(text)
      fc.pre('query' in parsed)
      const panes = compileQuery(parsed.query, contextOf(setting), known)
      const shown = world.filter((task) => panes.some((shows) => shows(task)))
      const all = await walk(ada, text, 'smart', 200)
      expect(all.map(({ id }) => id).sort()).toEqual(shown.map(({ id }) => id).sort())
    })
    await fc.assert(property, { numRuns: 80, seed: Math.floor(next() * 2 ** 31) })
  })

  async function walk(who: Person, query: string, sort: TaskSort, limit: number): Promise<Task[]> {
    const seen: Task[] = []
    for (let cursor = ''; ; ) {
      const url = `/api/tasks?limit=${limit}&sort=${sort}&filter=${encodeURIComponent(query)}${cursor}`
      const page = await who.ok<Page>('GET', url)
      seen.push(...page.items)
      if (page.next === null) return seen
      cursor = `&cursor=${page.next}`
    }
  }

  test.each(TaskSort.options)('pages sorted by %s hold every task of a query once', async (sort) => {
    const ada = await settle(house, usual)
    const query = 'due before: +5 days & !@a*, search: a | completed, no date & !assigned to: me'
    const whole = await walk(ada, query, sort, 200)
    expect(whole.length).toBeGreaterThan(20)
    const limit = 3 + below(9)
    expect((await walk(ada, query, sort, limit)).map(({ id }) => id)).toEqual(whole.map(({ id }) => id))
  })
})
