import { expect, test } from 'vitest'
import { judged, lastLine, playwrightOutcome, sum, vitestOutcome } from './outcome.ts'

test('a vitest report: passed, failed, skipped, and a file that could not be loaded', () => {
  const results = [
    { name: 'a.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'works' }] },
    {
      name: 'b.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'failed', fullName: 'breaks' },
        { status: 'pending', fullName: 'rests' },
      ],
    },
    { name: 'c.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
  ]
  const report = { numPassedTests: 1, numPendingTests: 1, numTodoTests: 0, testResults: results }
  expect(vitestOutcome(report)).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
    failures: ['b.test.ts: breaks', 'c.test.ts: could not be run'],
  })
})

test('a Playwright report: suites in suites, and an error outside any test', () => {
  const spec = (title: string, status: string) => ({ title, file: 'a.spec.ts', line: 3, tests: [{ status }] })
  const inner = { specs: [spec('breaks', 'unexpected'), spec('rests', 'skipped')] }
  const report = {
    suites: [{ specs: [spec('works', 'expected'), spec('at last', 'flaky')], suites: [inner] }],
    errors: [{ message: 'no browser\nat x' }],
  }
  expect(playwrightOutcome(report)).toEqual({
    passed: 2,
    failed: 2,
    skipped: 1,
    failures: ['a.spec.ts:3 breaks', 'no browser'],
    unsteady: ['a.spec.ts:3 at last'],
  })
})

const counted = (passed: number, failed: number) => ({ passed, failed, skipped: 0, failures: [] })

test.each([
  { why: 'all passed', code: 0, outcome: counted(3, 0), failed: 0 },
  { why: 'failures are already counted', code: 1, outcome: counted(3, 2), failed: 2 },
  { why: 'it died after its tests', code: 139, outcome: counted(3, 0), failed: 1 },
  { why: 'it died without a report', code: 1, outcome: undefined, failed: 1 },
  { why: 'it ran nothing', code: 0, outcome: counted(0, 0), failed: 1 },
  { why: 'it says all is well without a report', code: 0, outcome: undefined, failed: 1 },
])('$why: $failed failed', ({ code, outcome, failed }) => {
  const { failed: seen, failures } = judged('runner', code, outcome, false)
  expect(seen).toBe(failed)
  expect(failures.length).toBe(failed - (outcome?.failed ?? 0))
})

test('a filter may leave a runner without a test', () => {
  expect(judged('runner', 0, counted(0, 0), true).failed).toBe(0)
})

test('the last line names what was skipped only when something was', () => {
  const all = sum([counted(3, 0), { passed: 1, failed: 2, skipped: 0, failures: ['x', 'y'] }])
  expect(all).toMatchObject({ failures: ['x', 'y'], unsteady: [] })
  expect(lastLine(all)).toBe('4 passed, 2 failed')
  expect(lastLine({ ...all, skipped: 1 })).toBe('4 passed, 2 failed, 1 skipped')
})
