import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { haystack, search } from './search.ts'

const tasks = [
  { id: 'notes', title: 'Ring the office', notes: 'Ask about the passport' },
  { id: 'inside', title: 'Newpassport form', notes: '' },
  { id: 'word', title: 'Renew passport', notes: '' },
  { id: 'start', title: 'Passport photos', notes: '' },
  { id: 'other', title: 'Buy milk', notes: '' },
].map(haystack)

test('the best places come first', () => {
  expect(search(tasks, 'passport')).toEqual(['start', 'word', 'inside', 'notes'])
  expect(search(tasks, 'PASS')).toEqual(['start', 'word', 'inside', 'notes'])
})

test('what was said is found too, after all else, and each word may be elsewhere', () => {
  const said = {
    ...haystack({ id: 'said', title: 'Journey', notes: '' }),
    comments: 'ask about the passport',
  }
  expect(search([said, ...tasks], 'passport').at(-1)).toBe('said')
  expect(search([said], 'journey passport')).toEqual(['said'])
  expect(search([said], 'journey milk')).toEqual([])
})

test('every word must be found, in any order and place', () => {
  expect(search(tasks, 'passport renew')).toEqual(['word'])
  expect(search(tasks, 'passport office')).toEqual(['notes'])
  expect(search(tasks, 'passport cheese')).toEqual([])
})

test('no words find nothing, and equals keep their order', () => {
  expect(search(tasks, '  ')).toEqual([])
  const equal = ['c', 'a', 'b'].map((id) => haystack({ id, title: 'Same', notes: '' }))
  expect(search(equal, 'same')).toEqual(['c', 'a', 'b'])
})

test.each([
  ['Café', 'cafe'],
  ['Straße', 'STRASSE'],
  ['Łódź', 'lodz'],
  ['İstanbul', 'istanbul'],
  ['ΟΔΟΣ', 'οδος'],
  ['ｆｕｌｌ width', 'full'],
  ['Æther', 'aether'],
  ['日本語の本', '本語'],
  ['C#, C++', 'c++'],
  ['a.b@c.org', 'b@c'],
])('%s is found by %s', (title, query) => {
  expect(search([haystack({ id: 'x', title, notes: '' })], query)).toEqual(['x'])
})

test('whatever stands in a title is found by it', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => fold(each).trim() !== '')
  fc.assert(
    fc.property(text, text, text, (before, title, after) => {
      const hay = haystack({ id: 'x', title: `${before} ${title} ${after}`, notes: '' })
      expect(search([hay], title)).toEqual(['x'])
      expect(search([hay], title.toLowerCase())).toEqual(['x'])
    }),
  )
})

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
    { numRuns: 2000 },
  )
})
