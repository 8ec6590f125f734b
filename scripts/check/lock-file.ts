import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './check.ts'
import { root } from './tool.ts'

type Lock = { packages: Record<string, { resolved?: string; link?: boolean; integrity?: string }> }

/**
 * What is wrong with a lock file: an address in it would be asked instead of the registry a person has set,
 * and a package without a hash would be believed.
 */
export function wrongInLock(name: string, lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([path, { resolved, link, integrity }]) => {
    if (!path.includes('node_modules/') || link) return []
    if (resolved?.startsWith('http')) return [`${name}: ${path} names an address (${resolved})`]
    return integrity ? [] : [`${name}: ${path} has no integrity`]
  })
}

export const lockFiles: Check = {
  name: 'lock files',
  run: () =>
    ['package-lock.json', 'runtime/package-lock.json'].flatMap((name) =>
      wrongInLock(name, JSON.parse(readFileSync(join(root, name), 'utf8')) as Lock),
    ),
}
