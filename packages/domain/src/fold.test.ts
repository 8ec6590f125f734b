import { expect, test } from 'vitest'
import { fold } from './fold.ts'

test('a letter under a million marks is that letter, and takes no longer to read than other text', () => {
  expect(fold(`Z${'\u0301\u0316'.repeat(500_000)}algo`)).toBe('zalgo')
})

test.each([
  ['Ärger', 'arger'],
  ['A\u0308rger', 'arger'],
  ['ﬁne', 'fine'],
  ['Việt Nam', 'viet nam'],
  ['한글', '한글'.normalize('NFKD')],
  ['plain\nlines', 'plain\nlines'],
])('%j is compared as %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
})
