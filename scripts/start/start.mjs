import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runNode } from './child.mjs'
import { installWorkspace, isInstalled } from './install.mjs'
import { withLock } from './lock.mjs'
import { bringRuntime, readyRuntime } from './runtime.mjs'
import { Sorry } from './sorry.mjs'
import { buildWeb, markBuilt, webIsFresh } from './web.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What each npm script hands over to. */
export const targets = {
  start: 'standalone/src/main.ts',
  dev: 'web/platform/src/dev.ts',
  db: 'standalone/src/db.ts',
  fleet: 'fleet/src/main.ts',
  build: 'web/platform/src/build.ts',
  check: 'scripts/check.ts',
  test: 'scripts/test.ts',
  bench: 'bench/run.ts',
}

/**
 * Reads `start.mjs <command> [...arguments]`.
 * @param {string[]} words
 * @returns {{ command: keyof typeof targets, target: string, rest: string[] }}
 */
export function readCommand([command = 'start', ...rest]) {
  const known = Object.keys(targets)
  if (!known.includes(command))
    throw new Sorry(`There is no "${command}". Doable knows: ${known.join(', ')}.`)
  const name = /** @type {keyof typeof targets} */ (command)
  return { command: name, target: join(root, targets[name]), rest }
}

/**
 * Brings Node 26 and the packages, builds the web where it is wanted, and hands over.
 * Ends the process with the exit code of what it handed over to.
 * @param {string[]} words
 */
export async function start(words) {
  try {
    const { command, target, rest } = readCommand(words)
    const node = await prepare(command, rest)
    const code = await runNode(node, [target, ...rest], root)
    if (command === 'build' && code === 0) markBuilt(root)
    process.exitCode = code
  } catch (error) {
    process.exitCode = error instanceof Sorry ? error.exitCode : 1
    const words = error instanceof Sorry ? error.message : inWords(error)
    if (words) console.error(words)
  }
}

/**
 * Answers the Node to run on. Where all is there already, nothing is written and nobody is waited for.
 * @param {string} command
 * @param {string[]} rest
 */
async function prepare(command, rest) {
  const wantsWeb = serves(command, rest) && existsSync(join(root, targets.build))
  const webReady = () => !wantsWeb || webIsFresh(root)
  const there = readyRuntime(root)
  if (there && isInstalled(root) && webReady()) return there
  return withLock(join(root, '.cache/start.lock'), async () => {
    const node = readyRuntime(root) ?? (await bringRuntime(root))
    if (!isInstalled(root)) await installWorkspace(root, node)
    if (!webReady()) await buildWeb(root, node)
    return node
  })
}

/**
 * Whether the web is going to be served; `fleet` with a word of its own talks to one that runs already.
 * @param {string} command
 * @param {string[]} rest
 */
function serves(command, rest) {
  if (rest.includes('--help')) return false
  return command === 'start' || (command === 'fleet' && !/^\w/.test(rest[0] ?? ''))
}

/**
 * @param {unknown} error
 */
function inWords(error) {
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error)
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return `Doable cannot write ${path ?? root}. Give this user the right to write there and run the same command again.`
  }
  if (code === 'ENOSPC') return 'The disk is full. Make room and run the same command again.'
  return error
}
