import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const catalog = /\/src\/(?:(.+)\/)?locales\/(\w+)\.po$/

/** The name of the file for a catalog's words: `words-en` of a whole part, `calendar-words-en` of a folder that is loaded late. */
export function wordsChunk(id: string): string | null {
  const [, folder, language] = catalog.exec(id) ?? []
  if (!language) return null
  return folder ? `${folder.replaceAll('/', '-')}-words-${language}` : `words-${language}`
}

/** The folders of a part whose words are loaded late, the inner ones first. */
const lateFolders = (part: string): string[] =>
  globSync('src/*/**/locales', { cwd: part })
    .map((folder) => `${join(part, dirname(folder))}/`)
    .sort((a, b) => b.length - a.length)

type Module = { importedIds: readonly string[] } | null
type Chunk = { name: string; moduleIds: string[] }

/** Says which modules show texts of a folder whose words they do not wait for: they would show message ids. */
function wordless(folders: string[], chunks: Chunk[], moduleOf: (id: string) => Module): string[] {
  const reaches = (from: string, wanted: string, seen = new Set<string>()): boolean => {
    if (from === wanted) return true
    if (seen.has(from)) return false
    seen.add(from)
    return (moduleOf(from)?.importedIds ?? []).some((id) => reaches(id, wanted, seen))
  }
  const speaks = (id: string) => moduleOf(id)?.importedIds.some((each) => each.startsWith('@lingui/'))
  return chunks.flatMap(({ name, moduleIds }) =>
    moduleIds.filter(speaks).flatMap((id) => {
      const folder = folders.find((each) => id.startsWith(each))
      if (!folder) return []
      const waits = moduleIds.some((each) => reaches(each, `${folder}words.ts`))
      if (waits && name !== 'start') return []
      return [`${id}: its words are in ${folder}locales, which is loaded late`]
    }),
  )
}

/** Fails the build of a part (its folder) that would show message ids in place of words. */
export const lateWords = (part: string): Plugin => ({
  name: 'doable-late-words',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
    const faults = wordless(lateFolders(part), chunks, (id) => this.getModuleInfo(id))
    if (faults.length) this.error(faults.join('\n'))
  },
})
