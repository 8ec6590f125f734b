import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * What a stamp says: the content of a lock file and the system it was installed for, since a folder may be
 * carried to another machine or mounted into a container.
 * @param {string} file
 */
export function hashOf(file) {
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex')
  return `${hash} ${process.platform} ${process.arch}`
}

/** @param {string} file */
export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * @param {string} file
 * @param {string} content
 */
export function writeStamp(file, content) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
