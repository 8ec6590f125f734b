import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** What a build tells the page about itself: the `mfe.json` beside its files. */
export type Built = {
  name: string
  /** Specifier -> file. */
  imports: Record<string, string>
  /** Specifier -> the files it needs from the start besides its own. */
  along: Record<string, string[]>
  /** Specifier -> what it loads on demand: for the first page's microfrontend fetched early. */
  later: Record<string, string[]>
  css: string[]
  files: string[]
  /** Links of the page's head, made by the platform. */
  icon?: string
  webManifest?: string
}

type Chunk = {
  type: 'chunk'
  fileName: string
  name: string
  isEntry: boolean
  imports: string[]
  dynamicImports: string[]
}
type Bundle = Record<string, Chunk | { type: 'asset'; fileName: string }>

/** All files that a chunk needs before it can run, itself left out. */
function closure(bundle: Bundle, from: string, seen = new Set<string>()): Set<string> {
  const chunk = bundle[from]
  for (const next of chunk?.type === 'chunk' ? chunk.imports : [])
    if (next in bundle && !seen.has(next)) closure(bundle, next, seen.add(next))
  return seen
}

function describe(bundle: Bundle, base: string, specifiersOf: (entry: string) => string[]) {
  const imports: Built['imports'] = {}
  const along: Built['along'] = {}
  const later: Built['later'] = {}
  for (const file of Object.values(bundle)) {
    if (file.type !== 'chunk' || !file.isEntry) continue
    const needs = [...closure(bundle, file.fileName)]
    const pages = file.dynamicImports.filter((page) => page in bundle && !/locales|-po-|\bpo\b/.test(page))
    for (const specifier of specifiersOf(file.name)) {
      imports[specifier] = base + file.fileName
      if (needs.length) along[specifier] = needs.map((need) => base + need)
      if (pages.length)
        later[specifier] = pages.flatMap((page) => [page, ...closure(bundle, page)]).map((p) => base + p)
    }
  }
  return { imports, along, later }
}

/** Writes `mfe.json`. `specifiersOf` says which bare specifiers an entry of this build answers for. */
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
      handler(_, bundle) {
        const files = Object.keys(bundle).map((file) => base + file)
        const css = files.filter((file) => file.endsWith('.css'))
        const built: Built = {
          name,
          ...describe(bundle as unknown as Bundle, base, specifiersOf),
          css,
          files,
          ...extra,
        }
        this.emitFile({ type: 'asset', fileName: 'mfe.json', source: JSON.stringify(built, null, 1) })
      },
    },
  }
}

export const readBuilt = (folder: string): Built =>
  JSON.parse(readFileSync(join(folder, 'mfe.json'), 'utf8')) as Built
