import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, shown } from './quick-add/testing.ts'

const names = { lists: ['Home repairs', 'Home', 'Work'], labels: ['Errand', 'waiting for'] }

test.each([
  ['Buy milk #Work', 'Buy milk | #Work'],
  ['Buy milk #work', 'Buy milk | #Work'],
  ['#Work buy milk', 'buy milk | #Work'],
  ['Buy milk #new-list', 'Buy milk | #new-list'],
  ['Buy milk #"Garden shed"', 'Buy milk | #Garden shed'],
  ['Buy milk #“Garden shed”', 'Buy milk | #Garden shed'],
  ['Fix tap #Home repairs', 'Fix tap | #Home repairs'],
  ['Fix tap #home repairs tomorrow', 'Fix tap | 11-19 | #Home repairs'],
  ['Fix tap #Home now', 'Fix tap now | #Home'],
  ['Fix tap #Work /Backlog', 'Fix tap | #Work /Backlog'],
  ['Fix tap #Work /"To do" p1', 'Fix tap | #Work /To do | p1'],
  ['Fix tap #Work x /Backlog', 'Fix tap x /Backlog | #Work'],
  ['Fix #Work tap #Home', 'Fix #Work tap | #Home'],
  ['Fix #Work /Old tap #Home', 'Fix #Work /Old tap | #Home'],
  ['Fix tap #Küche.', 'Fix tap. | #Küche'],
  ['Fix tap #🏠Home', 'Fix tap | #🏠Home'],
  ['Fix tap #日本', 'Fix tap | #日本'],
  ['Buy milk @errand', 'Buy milk | @Errand'],
  ['Buy milk @errand @shop @Errand', 'Buy milk | @Errand | @shop'],
  ['Buy milk @"waiting for"', 'Buy milk | @waiting for'],
  ['Buy milk @waiting for Ada', 'Buy milk Ada | @waiting for'],
  ['Buy milk @a,b', 'Buy milk @a,b'],
  ['Buy milk @"a,b"', 'Buy milk @"a,b"'],
  ['Buy milk @"', 'Buy milk @"'],
  ['Buy milk p1', 'Buy milk | p1'],
  ['Buy milk P2', 'Buy milk | p2'],
  ['Buy milk !3', 'Buy milk | p3'],
  ['p1 buy p2 milk', 'p1 buy milk | p2'],
  ['Tax {30 nov}', 'Tax | {11-30}'],
  ['Tax { tomorrow }', 'Tax | {11-19}'],
  ['Tax {sat} fri', 'Tax | 11-20 | {11-21}'],
  ['Gym for 45min', 'Gym | 45min'],
  ['Gym for 45 minutes', 'Gym | 45min'],
  ['Gym for 1h30', 'Gym | 90min'],
  ['Gym for 1h 30min', 'Gym | 90min'],
  ['Gym for 1.5h', 'Gym | 90min'],
  ['Gym for 2 hours', 'Gym | 120min'],
  ['Gym for an hour', 'Gym | 60min'],
  ['Gym for half an hour', 'Gym | 30min'],
  ['Gym for 0 min', 'Gym for 0 min'],
  ['Gym for 99999 min', 'Gym for 99999 min'],
  ['Move friday meeting to monday', 'Move friday meeting to | 11-23'],
  ['Tomorrow 9am x friday', 'Tomorrow 9am x | 11-20'],
  [
    'Draft offer tomorrow 5pm #Work /Backlog @errand p1 {30 nov} for 1h30',
    'Draft offer | 11-19 17:00 | #Work /Backlog | @Errand | p1 | {11-30} | 90min',
  ],
  ['tomorrow', ' | 11-19'],
])('%s → %s', (text, expected) => {
  expect(shown(text, names)).toBe(expected)
})

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
)
const any = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(bits, fc.string({ unit: 'grapheme', maxLength: 3 }))).map((all) => all.join('')),
)

test('whatever is typed, what was not understood stays character for character', () => {
  fc.assert(
    fc.property(any, fc.constantFrom('en' as const, 'de' as const), (text, language) => {
      const { title, tokens } = parse(text, { language, ...names })
      let [rest, at] = ['', 0]
      for (const token of tokens) {
        expect(token.start).toBeGreaterThanOrEqual(at)
        expect(token.end).toBeGreaterThan(token.start)
        expect(text.slice(token.start, token.end)).toBe(token.text)
        rest += text.slice(at, token.start)
        at = token.end
      }
      rest += text.slice(at)
      const bare = (words: string) => words.replace(/\s+/gu, '').replace(/^[,;:–—-]+|[,;:–—-]+$/g, '')
      expect(bare(title)).toBe(bare(rest))
      if (tokens.length === 0) expect(title).toBe(text.trim())
      const again = parse(text, { language, ...names, ignored: new Set(tokens.map(({ start }) => start)) })
      expect(
        again.tokens.every(
          ({ start }) => !tokens.some((token) => token.start === start && token.kind !== 'escape'),
        ),
      ).toBe(true)
    }),
    { numRuns: 3000 },
  )
})
