import { isFirst } from './shared.ts'
import { wordsChunk } from './words.ts'

type Graph = {
  getModuleInfo(id: string): {
    importedIds: string[]
    dynamicallyImportedIds: string[]
  } | null
}

/** One file of words per catalog and language. */
const wordsGroup = { name: wordsChunk, debugName: 'words', priority: 3 }

/** Keeps what the first page needs in few files, and the libraries of later pages in one. */
export const platformChunks = {
  groups: [
    wordsGroup,
    { name: 'first', test: isFirst },
    { name: 'libraries', test: /node_modules\/(react|react-dom|scheduler|react-router|@lingui)\// },
    {
      name: 'overlays',
      test: /node_modules\/(react-aria|react-aria-components|react-stately|@internationalized)\//,
    },
  ],
}

/** Everything that modules import, themselves included; icons go along with whoever shows them. */
function closure(graph: Graph, from: string[], seen = new Set<string>()): Set<string> {
  for (const id of from) {
    if (seen.has(id) || id.includes('/lucide-react/')) continue
    seen.add(id)
    closure(graph, graph.getModuleInfo(id)?.importedIds ?? [], seen)
  }
  return seen
}

/** One file for what a part needs at once, one for what its pages need; each dialog and the like stays by itself. */
export function partChunks(entry: string) {
  let known: { start: Set<string>; pages: Set<string> } | undefined
  const walk = (graph: Graph) => ({
    start: closure(graph, [entry]),
    pages: closure(
      graph,
      graph.getModuleInfo(entry)?.dynamicallyImportedIds.filter((id) => !wordsChunk(id)) ?? [],
    ),
  })
  const group = (name: 'start' | 'pages', priority: number) => ({
    name: (id: string, graph: Graph) => {
      known ??= walk(graph)
      return known[name].has(id) || (id.startsWith('\0') && name === 'start') ? name : null
    },
    debugName: name,
    priority,
  })
  return { groups: [wordsGroup, group('start', 2), group('pages', 1)] }
}
