import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { runNode } from './child.mjs'
import { sorryFor } from './sorry.mjs'
import { readStamp, writeStamp } from './stamp.mjs'

const sources = ['web', 'packages/ui', 'packages/client', 'packages/domain', 'packages/contracts']
const aside = new Set(['node_modules', 'dist'])

/**
 * A hash of everything that the built web is made of. Names and contents, not times: a fresh checkout of the
 * same commit needs no second build.
 * @param {string} root
 */
export function webSources(root) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of sources) {
    for (const file of filesBelow(join(root, folder))) {
      hash.update(`\0${relative(root, file).split(sep).join('/')}\0`).update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}

/**
 * @param {string} folder
 * @returns {string[]} sorted, so that the hash is the same everywhere; tests are left out
 */
function filesBelow(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !aside.has(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
}

/** @param {string} root */
const stampOf = (root) => join(root, '.cache/web-sources')

/** @param {string} root */
export function webIsFresh(root) {
  return existsSync(join(root, 'dist/mfe/shell/mfe.json')) && readStamp(stampOf(root)) === webSources(root)
}

/** @param {string} root */
export function markBuilt(root) {
  writeStamp(stampOf(root), webSources(root))
}

/**
 * @param {string} root
 * @param {string} node
 */
export async function buildWeb(root, node) {
  console.log('Building the web ...')
  const code = await runNode(node, [join(root, 'web/platform/src/build.ts')], root)
  if (code !== 0)
    throw sorryFor(
      code,
      `The web could not be built (its builder ended with ${code}); its own words are above.`,
    )
  markBuilt(root)
}
