import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readName, writeName } from './name-text.ts'

test('a name in a field of its own reads as it was written', () => {
  const piece = fc.string({ unit: fc.constantFrom('a', 'ß', '*', '\\', '"', ' ', '🏠') })
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
      fc.pre(pieces.length > 1 || pieces[0] !== '')
      fc.pre(!/^\s/.test(pieces[0] ?? ''))
      expect(readName(writeName(pieces))).toEqual(pieces)
    }),
  )
})

test('a star stands for anything, a backslash makes it a star', () => {
  expect(readName('Wo*')).toEqual(['Wo', ''])
  expect(readName(String.raw`5\* hotel`)).toEqual(['5* hotel'])
  expect(readName('')).toEqual([])
})
