import { expect, test } from 'vitest'
import { Limits } from './limits.ts'
import { Problem } from './problem.ts'
import { TestClock } from './testing.ts'

const clock = new TestClock()
const limits = () => new Limits(clock, { signInTries: 5, signInWait: 15, signInMaxWait: 900 })
const waitOf = (work: () => void) => {
  try {
    work()
    return 0
  } catch (error) {
    expect(error).toBeInstanceOf(Problem)
    expect((error as Problem).status).toBe(429)
    return Number((error as Problem).headers['retry-after'])
  }
}

test('five tries are free, then the wait doubles up to fifteen minutes', () => {
  const all = limits()
  for (let n = 0; n < 5; n += 1) expect(waitOf(() => all.attempt('ann'))).toBe(0)
  const waits: number[] = []
  for (let n = 0; n < 8; n += 1) {
    const wait = waitOf(() => all.check('ann'))
    waits.push(wait)
    clock.advance(wait * 1000)
    expect(waitOf(() => all.attempt('ann'))).toBe(0)
  }
  expect(waits).toEqual([15, 30, 60, 120, 240, 480, 900, 900])
  expect(waitOf(() => all.attempt('bob'))).toBe(0)
})

test('a thousand guesses at once are not a thousand free tries', () => {
  const all = limits()
  const letIn = Array.from({ length: 1000 }, () => waitOf(() => all.attempt('ann'))).filter(
    (wait) => wait === 0,
  )
  expect(letIn).toHaveLength(5)
})

test('a right try clears an account, and takes one back from an address', () => {
  const all = limits()
  for (let n = 0; n < 4; n += 1) all.attempt('ann')
  all.clear('ann')
  for (let n = 0; n < 5; n += 1) expect(waitOf(() => all.attempt('ann'))).toBe(0)
  for (let n = 0; n < 4; n += 1) all.attempt('10.0.0.1')
  all.forgive('10.0.0.1')
  for (let n = 0; n < 2; n += 1) expect(waitOf(() => all.attempt('10.0.0.1'))).toBe(0)
  expect(waitOf(() => all.attempt('10.0.0.1'))).toBe(15)
})

test('failures of more than an hour ago no longer count', () => {
  const all = limits()
  for (let n = 0; n < 5; n += 1) all.attempt('ann')
  clock.advance(61 * 60 * 1000)
  for (let n = 0; n < 5; n += 1) expect(waitOf(() => all.attempt('ann'))).toBe(0)
})

test('so many per hour and no more', () => {
  const all = limits()
  for (let n = 0; n < 3; n += 1) expect(waitOf(() => all.count('here', 3, 3_600_000))).toBe(0)
  clock.advance(600_000)
  expect(waitOf(() => all.count('here', 3, 3_600_000))).toBe(3000)
  expect(waitOf(() => all.count('there', 3, 3_600_000))).toBe(0)
  clock.advance(3_000_000)
  expect(waitOf(() => all.count('here', 3, 3_600_000))).toBe(0)
})

test('a clock that is set back lengthens no wait', () => {
  const all = limits()
  for (let n = 0; n < 5; n += 1) all.attempt('ann')
  for (let n = 0; n < 3; n += 1) all.count('door', 3, 60_000)
  clock.advance(-365 * 24 * 3_600_000)
  expect(waitOf(() => all.check('ann'))).toBe(15)
  clock.advance(15_000)
  expect(waitOf(() => all.attempt('ann'))).toBe(0)
  expect(waitOf(() => all.check('ann'))).toBe(30)
  expect(waitOf(() => all.count('door', 3, 60_000))).toBe(0)
})
