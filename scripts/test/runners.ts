import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb, webIsFresh } from '../start/web.mjs'
import type { Kind } from './arguments.ts'
import { needChromium } from './chromium.ts'
import { judged, type Outcome, playwrightOutcome, vitestOutcome } from './outcome.ts'

const root = join(import.meta.dirname, '../..')
const reports = join(root, '.cache/test')

/** Runs one of the installed runners on this Node; answers its exit code. */
function run(script: string, words: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const file = join(root, 'node_modules', script)
  const child = spawn(process.execPath, [file, ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'test', ...env },
  })
  return new Promise((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** A file for a runner's report, with no older report in it. */
function reportFile(name: string): string {
  mkdirSync(reports, { recursive: true })
  rmSync(join(reports, name), { force: true })
  return join(reports, name)
}

function read<T>(file: string, count: (report: T) => Outcome): Outcome | undefined {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')) as T)
  } catch {
    return undefined
  }
}

const projects: Partial<Record<Kind, string[]>> = {
  unit: ['unit', 'web'],
  service: ['service', 'tsql'],
  crash: ['crash'],
  fleet: ['fleet'],
}

/** Unit, service, crash and fleet tests. */
export async function runVitest(only: Kind[], filters: string[]): Promise<Outcome> {
  const file = reportFile('vitest.json')
  const chosen = only.flatMap((kind) => projects[kind] ?? []).map((name) => `--project=${name}`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run('vitest/vitest.mjs', ['run', ...chosen, ...reporters, ...filters])
  return judged('vitest', code, read(file, vitestOutcome), filters.length > 0)
}

/** Tests in a real browser, against the built web. */
export async function runBrowser(filters: string[]): Promise<Outcome> {
  const file = reportFile('playwright.json')
  const none = filters.length ? ['--pass-with-no-tests'] : []
  const env = { CHROMIUM: needChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const code = await run('@playwright/test/cli.js', ['test', ...none, ...filters], env)
  return judged('Playwright', code, read(file, playwrightOutcome), filters.length > 0)
}

/** Builds the web unless what is built is of the present sources. */
export async function freshWeb(): Promise<void> {
  if (!webIsFresh(root)) await buildWeb(root, process.execPath)
}
