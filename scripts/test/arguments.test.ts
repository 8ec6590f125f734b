import { expect, test } from 'vitest'
import { readArguments } from './arguments.ts'

const all = ['check', 'unit', 'service', 'crash', 'fleet', 'browser']

test.each([
  { words: [], only: all, filters: [] },
  { words: ['sync', 'login'], only: all.slice(1), filters: ['sync', 'login'] },
  { words: ['--only', 'browser', 'login'], only: ['browser'], filters: ['login'] },
  { words: ['--only=unit,service'], only: ['unit', 'service'], filters: [] },
  { words: ['--only', 'check', '--only', 'crash'], only: ['check', 'crash'], filters: [] },
])('$words', ({ words, only, filters }) => expect(readArguments(words)).toEqual({ only, filters }))

test.each([[['--only', 'browsers']], [['--all']], [['--only']]])('%j is refused', (words) => {
  expect(() => readArguments(words)).toThrow(/only|all/)
})
