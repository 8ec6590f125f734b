import { delimiter, dirname } from 'node:path'
import { runChecks } from './check/run.ts'
import { type Kind, type Request, readArguments } from './test/arguments.ts'
import { lastLine, type Outcome, sum } from './test/outcome.ts'
import { needPrograms, nginx, redisServer } from './test/programs.ts'
import { freshWeb, runBrowser, runVitest } from './test/runners.ts'

const failure = (error: unknown): Outcome => {
  const words = error instanceof Error ? error.message : String(error)
  console.error(words)
  return { passed: 0, failed: 1, skipped: 0, failures: [words] }
}

async function part(name: string, work: () => Promise<Outcome>): Promise<Outcome> {
  console.log(`\n== ${name}`)
  return work().catch(failure)
}

async function checked(): Promise<Outcome> {
  return { ...(await runChecks()), skipped: 0 }
}

async function built(): Promise<Outcome> {
  if (!process.env.BASE_URL) await freshWeb()
  return { passed: 0, failed: 0, skipped: 0, failures: [] }
}

/** Tests start them by name, and a PATH may lack the folder that the system keeps them in. */
async function programs(): Promise<Outcome> {
  const files = needPrograms('The tests of a fleet', [redisServer, nginx])
  const folders = new Set(files.map((file) => dirname(file)))
  process.env.PATH = [process.env.PATH, ...folders].filter(Boolean).join(delimiter)
  return { passed: 0, failed: 0, skipped: 0, failures: [] }
}

async function runAll({ only, filters }: Request): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const wants = (...wanted: Kind[]) => wanted.some((kind) => only.includes(kind))
  if (wants('check')) outcomes.push(await part('check', checked))
  const web = wants('service', 'crash', 'fleet', 'browser') ? await part('web', built) : undefined
  if (web) outcomes.push(web)
  if (wants('unit', 'service', 'crash', 'fleet')) {
    outcomes.push(await part('programs of the system', programs))
    outcomes.push(await part('unit, service, crash and fleet tests', () => runVitest(only, filters)))
  }
  if (wants('browser') && !web?.failed) {
    outcomes.push(await part('browser tests', () => runBrowser(filters)))
  }
  return outcomes
}

const list = (title: string, names: string[] = []) =>
  names.length > 0 && console.log(`\n${title}:\n${names.map((each) => `  ${each}`).join('\n')}`)

function report(outcome: Outcome) {
  list('Passed only when tried again', outcome.unsteady)
  list('Failed', outcome.failures)
  console.log(`\n${lastLine(outcome)}`)
  process.exitCode = outcome.failed || !outcome.passed ? 1 : 0
}

try {
  const request = readArguments(process.argv.slice(2))
  const outcome = sum(await runAll(request))
  report(outcome.passed + outcome.failed ? outcome : sum([outcome, failure('No test has that in its name.')]))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
