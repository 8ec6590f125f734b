import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** What a build tells the page about itself: the `mfe.json` beside its files. Paths are from the root of the site. */
export type Built = {
  name: string
  entries: Record<Specifier, Entry>
  css: string[]
  files: string[]
  /** Links of the page's head, made by the platform. */
  icon?: string
  webManifest?: string
}
/** A bare name in the import map, such as `shell/main` or `@doable/ui/button`. */
export type Specifier = string
export type Entry = {
  file: string
  /** Further files of this build that it cannot run without. */
  along: string[]
  /** Shared modules that it cannot run without. */
  shared: Specifier[]
  /** What its pages (the imports on demand of its entry module) need besides, once they are shown. */
  later: string[]
  laterShared: Specifier[]
}

type Chunk = {
  type: 'chunk'
  fileName: string
  name: string
  isEntry: boolean
  facadeModuleId: string | null
  imports: string[]
}
type Bundle = Record<string, Chunk | { type: 'asset'; fileName: string }>

/** Everything that chunks need before they can run, themselves included: files of the bundle, and bare names. */
function closure(bundle: Bundle, from: string[], seen = new Set<string>()): Set<string> {
  for (const name of from) {
    if (seen.has(name)) continue
    seen.add(name)
    const chunk = bundle[name]
    if (chunk?.type === 'chunk') closure(bundle, chunk.imports, seen)
  }
  return seen
}

function describe(bundle: Bundle, chunk: Chunk, pages: Chunk[], base: string): Entry {
  const own = (names: Iterable<string>) =>
    [...names].filter((name) => name in bundle).map((name) => base + name)
  const bare = (names: Iterable<string>) => [...names].filter((name) => !(name in bundle))
  const needs = closure(bundle, [chunk.fileName])
  const later = closure(
    bundle,
    pages.map(({ fileName }) => fileName),
  ).difference(needs)
  const file = base + chunk.fileName
  return {
    file,
    along: own(needs).filter((each) => each !== file),
    shared: bare(needs),
    later: own(later),
    laterShared: bare(later),
  }
}

/** Writes `mfe.json`. `specifiersOf` says which bare names an entry of this build answers for. */
export function builtManifest(
  name: string,
  specifiersOf: (entry: string) => string[],
  extra?: object,
): Plugin {
  const base = `/mfe/${name}/`
  return {
    name: 'doable-built',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, output) {
        const bundle = output as unknown as Bundle
        const entries: Built['entries'] = {}
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        for (const chunk of chunks.filter(({ isEntry }) => isEntry)) {
          // Words are loaded on demand as well, but in one language only.
          const ids = this.getModuleInfo(chunk.facadeModuleId ?? '')?.dynamicallyImportedIds ?? []
          const pages = chunks.filter(
            ({ facadeModuleId: id }) => id && ids.includes(id) && !id.endsWith('.po'),
          )
          const entry = describe(bundle, chunk, pages, base)
          for (const specifier of specifiersOf(chunk.name)) entries[specifier] = entry
        }
        const files = Object.keys(bundle).map((file) => base + file)
        const css = files.filter((file) => file.endsWith('.css'))
        const built: Built = { name, entries, css, files, ...extra }
        this.emitFile({ type: 'asset', fileName: 'mfe.json', source: JSON.stringify(built, null, 1) })
      },
    },
  }
}

export const readBuilt = (folder: string): Built =>
  JSON.parse(readFileSync(join(folder, 'mfe.json'), 'utf8')) as Built
