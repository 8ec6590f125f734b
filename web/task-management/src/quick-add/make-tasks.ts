import type { Store } from '@doable/client/store'
import { newTasks } from '@doable/domain/quick-add/new-tasks'
import { parseLines, plainLine, type QuickLine } from '@doable/domain/quick-add/parse-lines'
import type { PastedLine } from '@doable/domain/quick-add/pasted-lines'
import type { Options } from './use-quick-add.ts'

/** Makes the tasks that lines of quick add come to, with the lists, sections and labels they name. Answers their ids. */
export const makeTasks = (store: Store, lines: readonly QuickLine[], options: Options): string[] =>
  store.addPlanned(newTasks(lines, options))

/** Pasted lines as quick add reads them, or as they stand. */
export function readLines(lines: readonly PastedLine[], options: Options, understood: boolean): QuickLine[] {
  if (understood) return parseLines(lines, options)
  const { dueOn: _, dueTime: __, ...below } = options.here
  return lines.map(({ text, parent }) => ({
    parsed: plainLine(text, parent === undefined ? options : { ...options, here: below }),
    parent,
  }))
}
