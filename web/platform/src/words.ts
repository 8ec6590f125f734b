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

/** Everything that modules cannot run without, themselves included. */
function closure(from: readonly string[], moduleOf: (id: string) => Module, seen = new Set<string>()) {
  for (const id of from) {
    if (seen.has(id)) continue
    seen.add(id)
    closure(moduleOf(id)?.importedIds ?? [], moduleOf, seen)
  }
  return seen
}

/** Says which modules show texts of a folder whose words they do not wait for: they would show message ids. */
function wordless(folders: string[], chunks: Chunk[], moduleOf: (id: string) => Module): string[] {
  const folderOf = (id: string) => folders.find((each) => id.startsWith(each))
  const speaks = (id: string) => moduleOf(id)?.importedIds.some((each) => each.startsWith('@lingui/'))
  return chunks.flatMap(({ name, moduleIds }) => {
    const late = moduleIds.filter((id) => folderOf(id) && speaks(id))
    const needed = late.length > 0 && name !== 'start' ? closure(moduleIds, moduleOf) : new Set()
    return late
      .filter((id) => !needed.has(`${folderOf(id)}words.ts`))
      .map((id) => `${id}: its words are in ${folderOf(id)}locales, which is loaded late`)
  })
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
