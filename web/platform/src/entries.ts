import type { Plugin } from 'vite'
import { bundles, hasDefault, namesOf, sharedModules } from './shared.ts'

const prefix = 'shared:'

/** The entry points of the platform build: a bundle of several shared modules, or one of its own. */
export function platformEntries(): { input: Record<string, string>; specifiers: Record<string, string[]> } {
  const together = bundles()
  const bundled = new Set(Object.values(together).flat())
  const alone = sharedModules().filter((id) => !bundled.has(id))
  const specifiers = {
    ...together,
    ...Object.fromEntries(alone.map((id) => [id.slice(8).replaceAll('/', '~'), [id]])),
  }
  return {
    input: Object.fromEntries(Object.keys(specifiers).map((name) => [name, prefix + name])),
    specifiers,
  }
}

/** `react` and `react-dom` name some things alike (`version`), and mean the same release by them. */
const alike = new Set(['version', 'Fragment'])

async function reExport(ids: string[]): Promise<string> {
  const taken = new Map<string, string>()
  const lines = []
  for (const id of ids) {
    const names = []
    for (const name of await namesOf(id)) {
      const other = taken.get(name)
      if (other && !alike.has(name))
        throw new Error(`${id} and ${other} both export ${name}: take one out of first-page.json`)
      if (!other) names.push(name)
      taken.set(name, id)
    }
    if (names.length) lines.push(`export { ${names.join(', ')} } from '${id}'`)
    else if (!hasDefault(id)) lines.push(`import '${id}'`)
  }
  // A bundle has one default, React's: nobody may import the default of `react-dom`.
  const first = ids.find((id) => hasDefault(id))
  if (first) lines.push(`export { default } from '${first}'`)
  return lines.join('\n')
}

/** Writes the entry modules; a bundle's names must differ, because its specifiers share one file. */
export function sharedEntries(specifiers: Record<string, string[]>): Plugin {
  return {
    name: 'doable-shared-entries',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load: (id) =>
      id.startsWith(`\0${prefix}`) ? reExport(specifiers[id.slice(prefix.length + 1)] ?? []) : undefined,
  }
}
