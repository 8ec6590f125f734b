import { expect, test } from 'vitest'
import { readArguments } from './arguments.ts'

const standard = { words: [], help: false, demo: false, port: 8080, replicas: 2, data: undefined }

test('arguments say how many, where, and what is asked', () => {
  expect(readArguments([])).toEqual(standard)
  expect(readArguments(['--replicas', '3', '--port=9000', '--data', '/srv', '--demo'])).toEqual({
    ...standard,
    replicas: 3,
    port: 9000,
    data: '/srv',
    demo: true,
  })
  expect(readArguments(['roll', 'task', '--data', '/srv'])).toEqual({
    ...standard,
    words: ['roll', 'task'],
    data: '/srv',
  })
})

test.each([[['--replica', '3']], [['--replicas', '0']], [['--replicas', 'two']], [['--port', '70000']]])(
  '%j is refused in one sentence',
  (words) => {
    expect(() => readArguments(words)).toThrow(/^[^\n]+\.$/)
  },
)
