import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textChange } from './text-change.ts'

test.each([
  ['Buy milk', 'Buy oat milk', { before: 'Buy ', removed: '', added: 'oat ', after: 'milk' }],
  ['Buy milk', 'Buy bread', { before: 'Buy ', removed: 'milk', added: 'bread', after: '' }],
  ['', 'New', { before: '', removed: '', added: 'New', after: '' }],
  ['Old', '', { before: '', removed: 'Old', added: '', after: '' }],
  ['the cat sat', 'the cut sat', { before: 'the ', removed: 'cat', added: 'cut', after: ' sat' }],
  ['a 👩‍👩‍👧', 'a 👩‍👩‍👦', { before: 'a ', removed: '👩‍👩‍👧', added: '👩‍👩‍👦', after: '' }],
])('%j to %j', (from, to, change) => {
  expect(textChange(from, to)).toEqual(change)
})

test('of long texts a short piece is told, with what stands around it', () => {
  const text = 'word '.repeat(5000)
  const { before, removed, added, after } = textChange(`${text}old ${text}`, `${text}new ${text}`)
  expect([before.startsWith('…'), removed, added, after.endsWith('…')]).toEqual([true, 'old', 'new', true])
  const all = textChange('', text)
  expect(all.added.length).toBeLessThan(200)
})

test('short texts can be put together again from what is told', () => {
  const text = fc.array(fc.constantFrom('a', 'b', ' ', '🎉', 'é'), { maxLength: 12 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [from, to] = [a.join(''), b.join('')]
      const { before, removed, added, after } = textChange(from, to)
      expect([before + removed + after, before + added + after]).toEqual([from, to])
    }),
  )
})
