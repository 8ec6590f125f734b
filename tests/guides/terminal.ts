import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { isShown } from './shown.ts'
import { root, type Step } from './steps.ts'

/** A guide of a person takes minutes; one that does not end is wrong. */
const mostSeconds = 400
type Env = Record<string, string>

/** What is in a checkout that a reader has made; the rest is what was done in ours. */
const notFetched = new Set(['.git', '.env', '.cache', 'data', 'test-results'])

/** A folder that looks like a fresh checkout in which everything is installed. */
async function checkout(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'doable-guide-'))
  for (const name of await readdir(root))
    if (!notFetched.has(name)) symlinkSync(join(root, name), join(folder, name))
  return folder
}

/** Guides name the port that Doable has unless told otherwise. */
const atHome = (text: string, port = '') => text.replaceAll('localhost:3000', `localhost:${port}`)

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/**
 * One shell for all steps, as a reader has one terminal: what a step sets, the next one has. `notes` gets the output of
 * each, and the names of those that ended well.
 */
function script(steps: Step[], notes: string): string {
  const parts = steps.map(({ language, text, file }, at) => {
    const work = language === 'sh' ? text : `node ${quoted(file)}`
    return `{\n${work}\n} >${quoted(join(notes, `${at}.out`))} 2>&1\n: >${quoted(join(notes, `${at}.done`))}\n`
  })
  return `set -euo pipefail\n${parts.join('')}`
}

/** Runs a script to its end, and with it ends all it has started; false where it failed or took too long. */
async function runs(text: string, options: { cwd: string; env: Env }, most: number): Promise<boolean> {
  const shell = spawn('bash', ['-c', text], { ...options, detached: true, stdio: 'ignore' })
  const end = () => {
    try {
      process.kill(-(shell.pid as number), 'SIGKILL')
    } catch {
      // All of it has ended already.
    }
  }
  const late = setTimeout(end, most * 1000)
  const [code] = (await once(shell, 'exit')) as [number | null]
  clearTimeout(late)
  end()
  return code === 0
}

const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

function complaint(step: Step, at: number, notes: string): string | undefined {
  const output = read(join(notes, `${at}.out`))
  const said = `line ${step.line}:\n${step.text}\n--- it said:\n${output}`
  if (!existsSync(join(notes, `${at}.done`))) return `It failed, or did not end: ${said}`
  if (!step.shows || isShown(step.shows, output)) return undefined
  return `It did not say what is shown: ${said}\n--- shown is:\n${step.shows.text}`
}

/**
 * Does what a guide says in a fresh folder. Answers what is wrong, the first failure only: nothing behind it was done.
 * @param env what the reader is told to set, or has: where Doable is, and where its data is
 * @param most so many seconds it may take in all
 */
export async function follow(written: Step[], env: Env, most = mostSeconds): Promise<string[]> {
  const steps = written.map((step) => ({ ...step, text: atHome(step.text, env.PORT) }))
  const folder = await checkout()
  const notes = await mkdtemp(join(tmpdir(), 'doable-guide-notes-'))
  for (const { language, file, text } of steps) if (language !== 'sh') writeFileSync(join(folder, file), text)
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter)
  const shell = {
    PATH,
    HOME: folder,
    TMPDIR: notes,
    NO_COLOR: '1',
    npm_config_update_notifier: 'false',
    ...env,
  }
  const isDone = await runs(script(steps, notes), { cwd: folder, env: shell }, most)
  const wrong = steps.flatMap((step, at) => complaint(step, at, notes) ?? [])
  await rm(folder, { recursive: true, force: true })
  await rm(notes, { recursive: true, force: true })
  return isDone ? wrong : wrong.slice(0, 1)
}
