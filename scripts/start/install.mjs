import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmCi } from './npm.mjs'
import { hashOf, readStamp, writeStamp } from './stamp.mjs'

const stampOf = (/** @type {string} */ root) => join(root, 'node_modules/.doable')
const wanted = (/** @type {string} */ root) => hashOf(join(root, 'package-lock.json'))

/**
 * Whether the packages of all workspaces are those that the lock file asks for.
 * @param {string} root
 */
export function isInstalled(root) {
  return readStamp(stampOf(root)) === wanted(root)
}

/**
 * Installs the packages of all workspaces. npm runs on the Node that will run Doable: an older one silently
 * leaves out native packages.
 * @param {string} root
 * @param {string} node
 */
export async function installWorkspace(root, node) {
  const there = readStamp(stampOf(root))
  const sameSystem = !there || there.endsWith(` ${process.platform} ${process.arch}`)
  if (!sameSystem || !matches(root)) {
    console.log('Installing ...')
    await npmCi({ root, folder: root, node, what: 'its packages' })
  }
  writeStamp(stampOf(root), wanted(root))
}

/**
 * Whether an `npm install` by hand has already put everything there: npm keeps what it installed in
 * `node_modules/.package-lock.json`, written last.
 * @param {string} root
 */
function matches(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const there = packagesOf(join(root, 'node_modules/.package-lock.json'))
  return Object.entries(wanted).every(([path, { version, link, optional }]) => {
    if (!path.includes('node_modules/') || link) return true
    return there[path] ? there[path].version === version : optional
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, link?: boolean, optional?: boolean }>}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return {}
  }
}
