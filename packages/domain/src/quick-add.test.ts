import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, shown } from './quick-add/testing.ts'

test('tokens say where they stand and what they mean', () => {
  expect(parse('Call mum tomorrow 5pm, #Work /Old p1').tokens).toEqual([
    {
      kind: 'date',
      start: 9,
      end: 21,
      text: 'tomorrow 5pm',
      value: { on: '2026-11-19', time: '17:00', vague: false },
    },
    { kind: 'list', start: 23, end: 28, text: '#Work', value: 'Work' },
    { kind: 'section', start: 29, end: 33, text: '/Old', value: 'Old' },
    { kind: 'priority', start: 34, end: 36, text: 'p1', value: 1 },
  ])
  expect(parse('\\today').tokens).toEqual([{ kind: 'escape', start: 0, end: 1, text: '\\', value: null }])
})

test('a token turned back to text stays text, and an earlier one counts again', () => {
  expect(shown('Call mum tomorrow 5pm', { ignored: new Set([9]) })).toBe('Call mum tomorrow 5pm')
  expect(shown('Watch friday films monday', { ignored: new Set([19]) })).toBe('Watch films monday | 11-20')
  expect(shown('Tap #Work /Old', { ignored: new Set([4]) })).toBe('Tap #Work /Old')
  expect(shown('Tap #Work /Old', { ignored: new Set([10]) })).toBe('Tap /Old | #Work')
})

test('blanks and lines around what stays are kept', () => {
  expect(parse('  a   b\ttoday  c ').title).toBe('a   b  c')
  expect(parse('x\ntoday\nb').title).toBe('x\nb')
  expect(parse('call next\nmonday').title).toBe('call next')
})

test('of a line that nobody types so many words are looked at', () => {
  const { title, fields } = parse(`${'fri '.repeat(250)}p1`)
  expect(fields).toMatchObject({ dueOn: '2026-11-20', priority: null })
  expect(title.endsWith('fri p1')).toBe(true)
  expect(parse(`${'Lorem ipsum dolor sit amet. '.repeat(350)}tomorrow`).fields.dueOn).toBe('2026-11-19')
})

const bits = fc.constantFrom(
  'today',
  'fri',
  '"',
  '\\',
  '#',
  '@x',
  'p1',
  '{',
  '}',
  '/',
  ' ',
  ' ',
  ',',
  '5pm',
  'at',
  'for',
  '1h',
  'İ',
  '+ada',
  '+',
  '!9am',
  '!10 min before',
  '!',
  '#Work',
  '/Backlog',
  'every',
  'mon',
  'until',
  'morgen',
  'jeden',
  '„',
  '“',
  '\n',
)
const any = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(bits, fc.string({ unit: 'grapheme', maxLength: 3 }))).map((all) => all.join('')),
)

/** What may go along with a token beside it. */
const edges = /^[\s,;:–—-]+|[\s,;:–—-]+$/gu

test('whatever is typed, what was not understood stays character for character', () => {
  fc.assert(
    fc.property(any, fc.constantFrom('en' as const, 'de' as const), (text, language) => {
      const { title, tokens } = parse(text, { language })
      let [rest, at, from] = ['', 0, 0]
      const kept = (piece: string) => {
        const words = piece.replace(edges, '')
        const found = title.indexOf(words, from)
        expect(found).toBeGreaterThanOrEqual(0)
        from = found + words.length
        rest += piece
      }
      for (const token of tokens) {
        expect(token.start).toBeGreaterThanOrEqual(at)
        expect(token.end).toBeGreaterThan(token.start)
        expect(text.slice(token.start, token.end)).toBe(token.text)
        kept(text.slice(at, token.start))
        at = token.end
      }
      kept(text.slice(at))
      const bare = (words: string) => words.replace(/\s+/gu, '').replace(/^[,;:–—-]+|[,;:–—-]+$/g, '')
      expect(bare(title)).toBe(bare(rest))
      if (tokens.length === 0) expect(title).toBe(text.trim())
      const again = parse(text, { language, ignored: new Set(tokens.map(({ start }) => start)) })
      expect(
        again.tokens.every(
          ({ start }) => !tokens.some((token) => token.start === start && token.kind !== 'escape'),
        ),
      ).toBe(true)
    }),
    { numRuns: 3000 },
  )
})
