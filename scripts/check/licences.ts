import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './check.ts'
import { root } from './tool.ts'

type Package = { license?: string; link?: boolean }
type Lock = { packages: Record<string, Package> }

/**
 * Licences (https://spdx.org/licenses) of what may be handed on beside MIT: each asks for nothing but that its text stays.
 * MPL-2.0 asks for changes of its own files to be published, and none are changed; CC-BY-4.0 is for data.
 */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
])

/** Packages that do not say it in a word, with where they do say it. */
const known: Record<string, string> = {
  '@react-aria/optimize-locales-plugin': 'Apache-2.0', // its repository, adobe/react-spectrum
}

/** Whether one of the licences to choose from is allowed, or all of those that hold together are. */
function fits(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1')
  if (/[()]/.test(bare)) return false
  return bare.split(' OR ').some((each) => each.split(' AND ').every((one) => allowed.has(one)))
}

/** The packages of a lock file whose licence nobody has agreed to. */
export function wrongLicences(name: string, lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([path, { license, link }]) => {
    const [, package_] = path.match(/.*node_modules\/(.+)$/) ?? []
    if (!package_ || link) return []
    const said = license ?? known[package_] ?? ''
    return fits(said) ? [] : [`${name}: ${path} has ${said ? `the licence ${said}` : 'no licence'}`]
  })
}

export const licences: Check = {
  name: 'licences',
  run: () =>
    ['package-lock.json', 'runtime/package-lock.json'].flatMap((name) =>
      wrongLicences(name, JSON.parse(readFileSync(join(root, name), 'utf8')) as Lock),
    ),
}
