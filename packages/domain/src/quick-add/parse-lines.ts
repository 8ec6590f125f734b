import { parseQuickAdd, type QuickAdd, type QuickAddOptions } from '../quick-add.ts'
import { fieldsOf } from './fields.ts'
import type { PastedLine } from './pasted-lines.ts'
import type { Here } from './place.ts'

/** A line that was read, and the place among the lines of the task it hangs below. */
export type QuickLine = { parsed: QuickAdd; parent: number | undefined }

/** A line as it stands, with nothing understood: for those that hold nothing but tokens. */
export function plainLine(text: string, { now, here = {} }: QuickAddOptions): QuickAdd {
  return { title: text.trim(), tokens: [], fields: fieldsOf([], now, here) }
}

function parseLine(text: string, options: QuickAddOptions): QuickAdd {
  const parsed = parseQuickAdd(text, options)
  return parsed.title === '' ? plainLine(text, options) : parsed
}

/** Where a line below another is typed: in the list of that one, on no day of its own. A list to be made has no id yet. */
const below = (listName: string | null, { lists = [] }: QuickAddOptions, here: Here): Here =>
  listName === null
    ? { listId: here.listId }
    : { listId: lists.find(({ name }) => name.toLowerCase() === listName.toLowerCase())?.id ?? '' }

/** Reads many lines, each as one of quick add; those set in are typed where the task is that they hang below. */
export function parseLines(lines: readonly PastedLine[], options: QuickAddOptions): QuickLine[] {
  const read: (QuickLine & { here: Here })[] = []
  for (const { text, parent } of lines) {
    const above = parent === undefined ? undefined : read[parent]
    const here = above ? below(above.parsed.fields.listName, options, above.here) : (options.here ?? {})
    read.push({ parsed: parseLine(text, { ...options, here }), parent, here })
  }
  return read.map(({ parsed, parent }) => ({ parsed, parent }))
}
