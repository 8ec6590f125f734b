import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceFiles } from './files.ts'
import { root } from './tool.ts'

const most = 200

/** Files that have grown too long to read at one sitting: said, not refused. */
export function longFiles(): string[] {
  return sourceFiles(root).flatMap((path) => {
    const lines = readFileSync(join(root, path), 'utf8').split('\n').length - 1
    return lines > most ? [`${path} has ${lines} lines`] : []
  })
}
