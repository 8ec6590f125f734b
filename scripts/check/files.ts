import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const aside = new Set(['node_modules', 'dist', 'data', 'test-results'])

/** Every file below a folder but what is installed, built or hidden; paths with `/`, relative to the folder. */
export function filesBelow(folder: string, prefix = ''): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !aside.has(entry.name) && !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = prefix + entry.name
      return entry.isDirectory() ? filesBelow(join(folder, entry.name), `${path}/`) : [path]
    })
}

const source = /^(packages|services|web|standalone|fleet|tests|bench|scripts)\/.+\.(ts|tsx|mjs)$/

/** Our own source files, tests included. */
export const sourceFiles = (root: string) =>
  filesBelow(root).filter((path) => source.test(path) && !path.endsWith('.d.ts'))
