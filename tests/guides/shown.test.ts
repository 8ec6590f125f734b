import { expect, test } from 'vitest'
import { isShown } from './shown.ts'
import { stepsOf } from './steps.ts'

const text = (shown: string, output: string) => isShown({ language: 'text', text: shown }, output)
const json = (shown: unknown, output: unknown) =>
  isShown({ language: 'json', text: JSON.stringify(shown) }, JSON.stringify(output, null, 2))

test('what is shown is what came, but for dots', () => {
  expect(text('one\ntwo\n', 'one\ntwo\n')).toBe(true)
  expect(text('one\n', 'one\ntwo\n')).toBe(false)
  expect(text('ready in ... ms', 'ready in 12 ms\n')).toBe(true)
  expect(text('ready in ... ms', 'ready in 12 s\n')).toBe(false)
  expect(text('one\n...\nthree', 'one\ntwo\n2.5\nthree')).toBe(true)
  expect(text('one\n...\nthree', 'one\nthree')).toBe(true)
  expect(text('one\n...\nthree', 'one\ntwo')).toBe(false)
  expect(text('a.c', 'abc')).toBe(false)
  expect(text('done', '\n> doable@0.1.0 db\n> exec node start.mjs db\n\ndone\n')).toBe(true)
})

test('JSON is compared by what it says', () => {
  expect(json({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true)
  expect(json({ a: 1 }, { a: 1, b: 2 })).toBe(false)
  expect(json({ a: 1, '...': '...' }, { a: 1, b: 2 })).toBe(true)
  expect(json({ a: 1, '...': '...' }, { b: 2 })).toBe(false)
  expect(json({ id: '...' }, { id: 'x' })).toBe(true)
  expect(json({ id: '...' }, {})).toBe(false)
  expect(json(['a', '...'], ['a', 'b', 'c'])).toBe(true)
  expect(json(['a', '...'], ['b'])).toBe(false)
  expect(json({ at: '2026-...Z' }, { at: '2026-11-22T12:00:00.000Z' })).toBe(true)
  expect(json({ a: null }, { a: 0 })).toBe(false)
  expect(isShown({ language: 'json', text: '{}' }, 'none')).toBe(false)
})

test('a step has what stands right behind it, and a name of its own or the one it was given', () => {
  const fence = '```'
  const guide = `${fence}sh run\nls\n${fence}\n\n${fence}text\na\n${fence}\n${fence}ts run a.ts\n${fence}\nso\n${fence}json\n{}\n${fence}\n`
  expect(stepsOf(guide)).toEqual([
    {
      line: 1,
      language: 'sh',
      text: 'ls\n',
      file: 'step-1.sh',
      shows: expect.objectContaining({ text: 'a\n' }),
    },
    { line: 8, language: 'ts', text: '\n', file: 'a.ts' },
  ])
})
