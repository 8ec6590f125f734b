import { pastedLines } from '@doable/domain/quick-add/pasted-lines'
import { expect, test } from 'vitest'
import { moveIgnored } from './ignored.ts'
import { choicesFor, fillIn, fitting, wantedAt } from './suggestions.ts'

test.each<[string, [string, number | undefined][]]>([
  ['one', [['one', undefined]]],
  [
    'one\n\n  \ntwo',
    [
      ['one', undefined],
      ['two', undefined],
    ],
  ],
  [
    '- [ ] one\n* two\n3. three\n4) four',
    [
      ['one', undefined],
      ['two', undefined],
      ['three', undefined],
      ['four', undefined],
    ],
  ],
  [
    'a\n  b\n    c\n  d\ne',
    [
      ['a', undefined],
      ['b', 0],
      ['c', 1],
      ['d', 0],
      ['e', undefined],
    ],
  ],
  [
    'a\r\n\tb\r\n\t\tc',
    [
      ['a', undefined],
      ['b', 0],
      ['c', 1],
    ],
  ],
  [
    '    deep\n  less\nout',
    [
      ['deep', undefined],
      ['less', undefined],
      ['out', undefined],
    ],
  ],
  [
    '-5 degrees\n1.5 litres',
    [
      ['-5 degrees', undefined],
      ['1.5 litres', undefined],
    ],
  ],
])('pasting %j makes %j', (text, expected) => {
  expect(pastedLines(text).map((line) => [line.text, line.parent])).toEqual(expected)
})

test.each<[string, string, string, number[], number[]]>([
  ['text before it grows', 'see Friday', 'please see Friday', [4], [11]],
  ['text behind it changes', 'see Friday', 'see Friday now', [4], [4]],
  ['text before it goes', 'see Friday', 'Friday', [4], [0]],
  ['it is replaced', 'see Friday', 'see Monday', [4], []],
  ['its first letter goes', 'see Friday', 'see riday', [4], []],
])('a token turned back to text is followed when %s', (_, before, after, ignored, expected) => {
  expect([...moveIgnored(new Set(ignored), before, after)]).toEqual(expected)
})

test('a name is wanted right behind its sign, also one of several known words', () => {
  const known = (words: string) => 'home repairs'.startsWith(words)
  expect(wantedAt('Fix #ho', 7, known)).toEqual({ sign: '#', words: 'ho', start: 4, end: 7, inQuotes: false })
  expect(wantedAt('Fix #home rep', 13, known)).toMatchObject({ words: 'home rep' })
  expect(wantedAt('Fix #home now', 13, known)).toBeUndefined()
  expect(wantedAt('Fix #home +gr', 13, known)).toMatchObject({ sign: '+', words: 'gr', start: 10 })
  expect(wantedAt('Fix #"old ho', 12, known)).toMatchObject({ sign: '#', words: 'old ho', inQuotes: true })
  expect(wantedAt('a@b', 3, known)).toBeUndefined()
  expect(wantedAt('Fix it', 6, known)).toBeUndefined()
})

test('names that begin with the words come first, and none once one is complete', () => {
  const names = ['Work', 'Homework', 'Wohnung']
  expect(fitting(names, 'wo')).toEqual(['Work', 'Wohnung', 'Homework'])
  expect(fitting(names, 'WORK')).toEqual([])
})

test('a new name is offered where none is called so, in quotes if it has several words', () => {
  const wanted = { sign: '#', words: 'old ho', start: 4, end: 12, inQuotes: true } as const
  expect(choicesFor(['Home'], wanted, true)).toEqual([{ name: 'old ho', isNew: true }])
  expect(choicesFor(['Old ho'], wanted, true)).toEqual([])
  expect(choicesFor(['Old house'], wanted, false)).toEqual([{ name: 'Old house', isNew: false }])
  expect(fillIn('Fix #"old ho', wanted, { name: 'old ho', isNew: true }).text).toBe('Fix #"old ho" ')
  expect(fillIn('Fix #"old ho" now', wanted, { name: 'Old house', isNew: false }).text).toBe(
    'Fix #Old house now',
  )
})

test('a chosen name takes the place of what was typed', () => {
  const wanted = { sign: '#', words: 'ho', start: 4, end: 7, inQuotes: false } as const
  expect(fillIn('Fix #ho', wanted, { name: 'Home repairs', isNew: false })).toEqual({
    text: 'Fix #Home repairs ',
    caret: 18,
  })
  expect(fillIn('Fix #ho now', wanted, { name: 'Home', isNew: false })).toEqual({
    text: 'Fix #Home now',
    caret: 10,
  })
})
