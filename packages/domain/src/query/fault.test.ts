import { expect, test } from 'vitest'
import type { Expected } from './fault.ts'
import { describeQueryFault } from './fault-words.ts'
import type { limits } from './limits.ts'
import { parseQuery } from './parse.ts'

const faultOf = (text: string) => {
  const parsed = parseQuery(text)
  return 'error' in parsed ? parsed.error : undefined
}

/** `«` and `»` stand around what the error is about. */
const table: [text: string, expected: Expected][] = [
  ['«»', 'term'],
  ['   «»', 'term'],
  ['today &«»', 'term'],
  ['today & «|» p1', 'term'],
  ['«&» today', 'term'],
  ['today,«»', 'term'],
  ['today,«,»p1', 'term'],
  ['!«»', 'term'],
  ['!«&»', 'term'],
  ['(«)»', 'term'],
  ['(today |«)»', 'term'],
  ['«whatever»', 'term'],
  ['today & «whatever there is» | p1', 'term'],
  ['«p5»', 'term'],
  ['«p0»', 'term'],
  ['«no»', 'term'],
  ['«no fun»', 'term'],
  ['«"Work"»', 'term'],
  ['«todays»', 'term'],
  ['«10»:30', 'term'],
  ['«duo»: today', 'term'],
  ['«due between»: today', 'term'],
  ['«:» today', 'term'],
  ['#Home & «Garden»', 'term'],
  ['«\\#Work»', 'term'],
  ['today «(»p1)', 'operator'],
  ['today «!»p1', 'operator'],
  ['today «#Work»', 'operator'],
  ['#Work «@home» & p1', 'operator'],
  ['@home «/Section»', 'operator'],
  ['today«)»', 'operator'],
  ['(today)«)»', 'operator'],
  ['(today) «p1»', 'operator'],
  ['#"Work"«Work»', 'operator'],
  ['#*«(»*)*', 'operator'],
  ['(today«»', 'closing'],
  ['((today) & p1«»', 'closing'],
  ['(today«,» p1)', 'closing'],
  ['#«»', 'name'],
  ['##«»', 'name'],
  ['@  «»', 'name'],
  ['/«&» today', 'name'],
  ['today & #«)»', 'name'],
  ['#""«»', 'name'],
  ['due:«»', 'day'],
  ['due before: «&» p1', 'day'],
  ['due: «never»', 'day'],
  ['due before: «30 feb»', 'day'],
  ['due: «2026-02-29»', 'day'],
  ['due: «2026-13-01»', 'day'],
  ['due: «1899-12-31»', 'day'],
  ['due: «today at 5pm»', 'day'],
  ['due: «in 2 hours»', 'day'],
  ['due: «tomorrow night»', 'day'],
  ['created after: «+7»', 'day'],
  ['completed: «me»', 'day'],
  ['due: «next 0 days»', 'day'],
  ['assigned to:«»', 'person'],
  ['assigned to: «|» p1', 'person'],
  ['assigned to: ""«»', 'person'],
  ['created by: «nobody»', 'person'],
  ['search:«»', 'words'],
  ['search: «&» p1', 'words'],
  ['search: «""»', 'words'],
  ['#«"Work»', 'quote'],
  ['today | @«"a\\"»', 'quote'],
  ['search: «"a & b»', 'quote'],
]

test.each(table)('%j: %s was expected', (marked, expected) => {
  const start = marked.indexOf('«')
  const end = marked.indexOf('»') - 1
  const text = marked.replace(/[«»]/g, '')
  expect(faultOf(text)).toEqual({ start, end, expected, found: text.slice(start, end) })
})

const nested = (depth: number, open: string, close = '') => `${open.repeat(depth)}p1${close.repeat(depth)}`
test.each<[keyof typeof limits, string, string]>([
  ['characters', `${'#a & '.repeat(90).padEnd(998)}p1`, `${'#a & '.repeat(90).padEnd(999)}p1`],
  ['terms', Array(100).fill('p1').join('|'), Array(101).fill('p1').join('|')],
  ['depth', nested(20, '(', ')'), nested(21, '(', ')')],
  ['depth', nested(20, '!'), nested(21, '!')],
  ['depth', nested(10, '!(', ')'), nested(11, '!(', ')')],
  ['wildcards', '#a*b*c*d*e* | @a*b*c*d*e*', '#a*b*c*d*e* | @a*b*c*d*e*f*'],
  ['wildcards', `#${'*'.repeat(10)}`, `#${'*'.repeat(11)}`],
  ['panes', 'p1,p1,p1,p1,p1', 'p1,p1,p1,p1,p1,p1'],
  ['searched', 'search: a b c d e f & search: g h i j k l', 'search: a b c d e f & search: g h i j k l m'],
])('%s end where the table says', (limit, most, more) => {
  expect(faultOf(most)).toBeUndefined()
  expect(faultOf(more)).toMatchObject({ expected: limit })
})

test('an error is told in English and in German, with what stands there', () => {
  const [fault, end] = [faultOf('due: never'), faultOf('(today')]
  if (!fault || !end) throw new Error('no error')
  expect(describeQueryFault(fault, 'en')).toBe(
    'A day was expected, such as today, 27 jan, +7 days or next week, not “never”.',
  )
  expect(describeQueryFault(fault, 'de-CH')).toBe(
    'Erwartet wird ein Tag wie heute, 27. Jan, +7 Tage oder nächste Woche, nicht „never“.',
  )
  expect(describeQueryFault(end, 'en')).toBe('A closing parenthesis was expected, and the query ends here.')
  expect(describeQueryFault(end, 'de')).toBe(
    'Erwartet wird eine schließende Klammer, und die Abfrage endet hier.',
  )
})

test('a long text is not repeated whole', () => {
  const fault = faultOf(`due: ${'🚀'.repeat(200)}`)
  expect(fault && describeQueryFault(fault, 'en')).toContain(`${'🚀'.repeat(39)}…`)
})
