import type { Expression, Term } from '@doable/domain/query/ast'
import { parseQuery } from '@doable/domain/query/parse'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedIn } from './edits.ts'
import { condition, group, nodesOf, queryOf } from './node.ts'
import { blankTerm, subjects } from './subject.ts'

const term: fc.Arbitrary<Term> = fc.constantFrom<Term>(
  { kind: 'flag', flag: 'overdue' },
  { kind: 'list', name: ['Work'], whole: false },
  { kind: 'label', name: ['wait', ''] },
  { kind: 'day', field: 'due', is: 'before', when: '+7 days' },
  { kind: 'person', role: 'assigned', who: ['Ada'] },
)
const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const several = fc.array(tie('expression'), { minLength: 2, maxLength: 3 })
  const kind = fc.constantFrom('and' as const, 'or' as const)
  return {
    expression: fc.oneof(
      { maxDepth: 4 },
      term,
      fc.record({ kind, of: several }),
      tie('expression').map((of): Expression => ({ kind: 'not', of })),
    ),
  }
})

test('a query that is shown as conditions and groups is the same query again', () => {
  fc.assert(
    fc.property(fc.array(expression, { minLength: 1, maxLength: 3 }), (panes) => {
      expect(queryOf(nodesOf({ panes }))).toEqual({ panes })
    }),
  )
})

test('what is empty or unfinished is left out', () => {
  const unfinished = condition(blankTerm('label'))
  expect(queryOf([group('all', [unfinished, group('any', [])])])).toBeUndefined()
  expect(queryOf([group('none', [unfinished, condition(blankTerm('flag'))])])).toEqual({
    panes: [{ kind: 'not', of: { kind: 'flag', flag: 'overdue' } }],
  })
})

test('no day that is none comes into a query', () => {
  const term: Term = { kind: 'day', field: 'due', is: 'on', when: 'sometime' }
  expect(queryOf([group('all', [condition(term)])])).toBeUndefined()
})

test('every subject begins with something that is a query or unfinished', () => {
  for (const subject of subjects) {
    const query = queryOf([group('all', [condition(blankTerm(subject))])])
    expect(query === undefined || query.panes.length === 1).toBe(true)
  }
})

test('a change leaves what is beside it the very same', () => {
  const parsed = parseQuery('p1 & (today | @a), overdue')
  if ('error' in parsed) throw new Error('no query')
  const panes = nodesOf(parsed.query)
  const inner = panes[0]?.of[1]
  if (inner?.kind !== 'group') throw new Error('no group')
  const changed = changedIn(panes, inner.id, () => undefined)
  expect(queryOf(changed)).toMatchObject({ panes: [{ kind: 'priority' }, { kind: 'flag' }] })
  expect(changed[0]?.of[0]).toBe(panes[0]?.of[0])
  expect(changed[1]).toBe(panes[1])
})
