import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyQuery, worldExpression, worldQuery } from './arbitrary.testing.ts'
import type { Expression } from './ast.ts'
import { completions, tasks } from './cases/tasks.ts'
import { contextOf, type Setting, worldOf } from './cases/world.ts'
import { compileQuery } from './compile.ts'
import { describeQueryFault } from './fault-words.ts'
import { limits } from './limits.ts'
import { parseQuery } from './parse.ts'
import { asksAboutCompletion } from './resolve.ts'
import { suggest } from './suggest.ts'
import { writeExpression, writeQuery } from './write.ts'

const settings: Setting[] = [
  {},
  { zone: 'America/New_York', weekStart: 7 },
  { zone: 'Pacific/Apia', weekStart: 7, at: '2011-12-30T10:30:00.000Z' },
  { zone: 'Australia/Lord_Howe', at: '2026-04-04T15:30:00.000Z', language: 'de' },
]
const setting = fc.constantFrom(...settings)
const world = worldOf(tasks, completions)
/** Something in each pane about completion, so that none of them is about open tasks by itself. */
const shown = (expression: Expression, { ...where }: Setting) => {
  const both: Expression = {
    kind: 'or',
    of: [expression, { kind: 'and', of: [{ kind: 'flag', flag: 'completed' }, none] }],
  }
  const [shows] = compileQuery({ panes: [both] }, contextOf(where), world)
  return tasks.filter((task) => shows?.(task)).map(({ id }) => id)
}
const none: Expression = { kind: 'not', of: { kind: 'flag', flag: 'all' } }
const not = (of: Expression): Expression => ({ kind: 'not', of })
const join = (kind: 'and' | 'or', ...of: Expression[]): Expression => ({ kind, of })

const syntax = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...'& | ! ( ) , # ## / @ " \\ * : p1 today overdue no due before: created by: me +7 days'.split(' '),
    ),
    fc.constantFrom(' ', '\n', '\t', '\u00a0', '\u2028', '\u202e', '\ud800', '\u0301', '🚀', 'İ', 'ﬁ', '\0'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  ),
  { maxLength: 60 },
)
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  syntax.map((parts) => parts.join('')),
  syntax.map((parts) => parts.join(' ')),
  syntax.map((parts) => parts.join('').repeat(50)),
)

test('any text is a query or has an error inside it that can be told', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (text, somewhere) => {
      const parsed = parseQuery(text)
      for (const { start, end } of parsed.marks)
        expect(0 <= start && start < end && end <= text.length).toBe(true)
      for (const { start, end } of suggest(text, somewhere % (text.length + 1), names))
        expect(0 <= start && start <= end && end <= text.length).toBe(true)
      if ('query' in parsed) return
      const { start, end, expected, found } = parsed.error
      expect(0 <= start && start <= end && end <= text.length).toBe(true)
      expect(found).toBe(expected === 'characters' ? '' : text.slice(start, end))
      expect(describeQueryFault(parsed.error, 'en')).not.toContain('undefined')
      expect(describeQueryFault(parsed.error, 'de')).not.toContain('undefined')
    }),
    { numRuns: 5000 },
  )
})
const names = {
  lists: ['My list', 'a & b', '#'],
  sections: ['x'],
  labels: ['"'],
  people: ['me'],
  language: 'de',
}

test('what is written is read as the same query', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const parsed = parseQuery(writeQuery(query))
      if ('error' in parsed) expect(Object.keys(limits)).toContain(parsed.error.expected)
      else expect(parsed.query).toEqual(query)
    }),
    { numRuns: 5000 },
  )
})

test('what is read and written again is read as the same query', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const parsed = parseQuery(text)
      if ('query' in parsed) {
        const again = parseQuery(writeQuery(parsed.query))
        // Quotes and blanks that are written may be more than were typed.
        if ('error' in again) expect(again.error.expected).toBe('characters')
        else expect(again.query).toEqual(parsed.query)
      }
    }),
    { numRuns: 5000 },
  )
})

test('operators obey the laws of logic', () => {
  fc.assert(
    fc.property(worldExpression, worldExpression, worldExpression, setting, (a, b, c, where) => {
      const same = (one: Expression, other: Expression) =>
        expect(shown(one, where)).toEqual(shown(other, where))
      same(not(join('and', a, b)), join('or', not(a), not(b)))
      same(not(join('or', a, b)), join('and', not(a), not(b)))
      same(not(not(a)), a)
      same(join('and', a, join('or', b, c)), join('or', join('and', a, b), join('and', a, c)))
      same(join('or', a, b, c), join('or', c, join('or', b, a)))
      same(join('or', a, not(a)), { kind: 'flag', flag: 'all' })
      same(join('and', a, not(a)), none)
    }),
    { numRuns: 300 },
  )
})

test('a pane shows open tasks unless it asks about completion, and nothing from the trash', () => {
  fc.assert(
    fc.property(worldQuery, setting, (query, where) => {
      compileQuery(query, contextOf(where), world).forEach((shows, at) => {
        const pane = query.panes[at] as Expression
        for (const task of tasks.filter(shows)) {
          expect(task.trashedAt).toBeNull()
          if (!asksAboutCompletion(pane)) expect(task.completedAt).toBeNull()
        }
      })
    }),
    { numRuns: 500 },
  )
})

test('before, on and after a period are everything that has a day, once', () => {
  fc.assert(
    fc.property(worldExpression, setting, (expression, where) => {
      if (expression.kind !== 'day' || expression.field === 'completed') return
      const parts = (['before', 'on', 'after'] as const).flatMap((is) => shown({ ...expression, is }, where))
      const { field } = expression
      const has: Expression =
        field === 'created'
          ? { kind: 'flag', flag: 'all' }
          : not({ kind: 'no', of: field === 'due' ? 'date' : field })
      expect(parts.sort()).toEqual(shown(has, where).sort())
    }),
    { numRuns: 1000 },
  )
})

test('the text of a part stands for it wherever it is put', () => {
  fc.assert(
    fc.property(worldExpression, (expression) => {
      const parsed = parseQuery(`!(${writeExpression(expression)})`)
      if ('query' in parsed) expect(parsed.query).toEqual({ panes: [not(expression)] })
    }),
    { numRuns: 500 },
  )
})
