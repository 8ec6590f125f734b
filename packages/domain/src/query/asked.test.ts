import { expect, test } from 'vitest'
import { type Asked, askedBy } from './asked.ts'
import { contextOf, idOf, me } from './cases/world.ts'
import { parseQuery } from './parse.ts'
import { resolveQuery } from './resolve.ts'

const context = contextOf({})
const { day } = context.now

function asked(text: string): Asked | undefined {
  const parsed = parseQuery(text)
  if (!('query' in parsed)) throw new Error(`no query: ${text}`)
  const [pane] = resolveQuery(parsed.query, context).panes
  return pane && askedBy(pane, day)
}

test('what a query plainly asks for', () => {
  expect(asked('#Work & @errand & @"waiting for" & p2 & today & assigned to: me')).toEqual({
    listIds: [idOf('work')],
    labels: ['errand', 'waiting for'],
    priority: 2,
    dueOn: day,
    assigneeIds: [me],
  })
  expect(asked('(#Work & (@errand & p1))')).toEqual({
    listIds: [idOf('work')],
    labels: ['errand'],
    priority: 1,
  })
})

test.each<[string, Partial<Asked>]>([
  ['all', {}],
  ['#Work | #Workshop', {}],
  ['@errand | @phone', {}],
  ['!@errand & !p1 & !today', {}],
  ['@err*', {}],
  ['no date & no label', {}],
  ['no priority', { priority: 4 }],
  ['overdue', {}],
  ['search: letter & recurring & subtask', {}],
  ['deadline: today', {}],
  ['(today | overdue) & @errand', { dueOn: day, labels: ['errand'] }],
  ['today | no date', {}],
  ['today | @errand', {}],
  ['due before: +7 days', { dueOn: day }],
  [
    'due after: today & due before: +3 days',
    { dueOn: Temporal.PlainDate.from(day).add({ days: 1 }).toString() },
  ],
  ['due before: today', {}],
  ['today & tomorrow', {}],
  ['##Work', { listIds: [idOf('work')] }],
  ['#Work & #Workshop', { listIds: [] }],
])('%s asks for %j', (text, wanted) => {
  expect(asked(text)).toEqual({ labels: [], ...wanted })
})

test('nothing can be added to what is completed', () => {
  expect(asked('completed & @errand')).toBeUndefined()
  expect(asked('completed: today')).toBeUndefined()
  expect(asked('!completed & @errand')).toEqual({ labels: ['errand'] })
})
