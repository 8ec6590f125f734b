import { expect, test } from 'vitest'
import { readArguments } from './arguments.ts'

test('arguments become settings', () => {
  expect(readArguments([])).toEqual({ help: false, demo: false, env: {} })
  expect(readArguments(['--port', '8080', '--data=/srv', '--demo'])).toEqual({
    help: false,
    demo: true,
    env: { PORT: '8080', DATA_DIR: '/srv' },
  })
  expect(readArguments(['-h']).help).toBe(true)
})

test.each([[['--prot', '1']], [['--port']], [['now']], [['--demo=yes']]])(
  '%j is refused in one sentence',
  (words) => {
    expect(() => readArguments(words)).toThrow(/^[^\n]+; --help shows what there is\.$/)
  },
)
