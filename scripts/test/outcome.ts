import { relative } from 'node:path'

/** What a runner has to say in the end; `unsteady` are tests that passed only when they were tried again. */
export type Outcome = {
  passed: number
  failed: number
  skipped: number
  failures: string[]
  unsteady?: string[]
}

type VitestReport = {
  numPassedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

/** Counts of a vitest JSON report; a file that could not be loaded counts as one failure. */
export function vitestOutcome(report: VitestReport): Outcome {
  const failures = report.testResults.flatMap(({ name: file, status, assertionResults }) => {
    const name = relative('', file)
    const failed = assertionResults.filter((each) => each.status === 'failed')
    if (failed.length) return failed.map(({ fullName }) => `${name}: ${fullName}`)
    return status === 'failed' ? [`${name}: could not be run`] : []
  })
  const skipped = report.numPendingTests + report.numTodoTests
  return { passed: report.numPassedTests, failed: failures.length, skipped, failures }
}

type PlaywrightSuite = {
  suites?: PlaywrightSuite[]
  specs?: { title: string; file: string; line: number; tests: { status: string }[] }[]
}
type PlaywrightReport = { suites: PlaywrightSuite[]; errors?: { message?: string }[] }

const specsOf = (suite: PlaywrightSuite): NonNullable<PlaywrightSuite['specs']> => [
  ...(suite.specs ?? []),
  ...(suite.suites ?? []).flatMap(specsOf),
]

/** Counts of a Playwright JSON report; an error outside any test counts as one failure. */
export function playwrightOutcome({ suites, errors = [] }: PlaywrightReport): Outcome {
  const tests = suites
    .flatMap(specsOf)
    .flatMap((spec) => spec.tests.map(({ status }) => ({ ...spec, status })))
  const count = (...wanted: string[]) => tests.filter(({ status }) => wanted.includes(status)).length
  const named = (wanted: string) =>
    tests.filter(({ status }) => status === wanted).map(({ file, line, title }) => `${file}:${line} ${title}`)
  const failures = [
    ...named('unexpected'),
    ...errors.map(({ message = 'an error outside any test' }) => message.split('\n', 1)[0] as string),
  ]
  return {
    passed: count('expected', 'flaky'),
    failed: failures.length,
    skipped: count('skipped'),
    failures,
    unsteady: named('flaky'),
  }
}

/** A runner that died or did nothing has failed, whatever it counted. */
export function judged(
  runner: string,
  code: number,
  outcome: Outcome | undefined,
  mayBeEmpty: boolean,
): Outcome {
  const counted = outcome ?? { passed: 0, failed: 0, skipped: 0, failures: [] }
  const empty = counted.passed + counted.failed === 0
  const wrong =
    code !== 0 && counted.failed === 0
      ? `${runner} ended with ${code}`
      : empty && code === 0 && !mayBeEmpty
        ? `${runner} found no test`
        : undefined
  return wrong ? { ...counted, failed: counted.failed + 1, failures: [...counted.failures, wrong] } : counted
}

export function sum(outcomes: Outcome[]): Outcome {
  const add = (key: 'passed' | 'failed' | 'skipped') => outcomes.reduce((total, each) => total + each[key], 0)
  const failures = outcomes.flatMap((each) => each.failures)
  const unsteady = outcomes.flatMap((each) => each.unsteady ?? [])
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped'), failures, unsteady }
}

/** The last line of `npm test`. */
export const lastLine = ({ passed, failed, skipped }: Outcome) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
