import type { Operation } from '@doable/contracts/sync'
import { newId } from '@doable/domain/ids'
import { apply } from './apply.ts'
import type { Draft } from './draft.ts'
import type { Step } from './history.ts'
import { type Act, inverse } from './inverse.ts'

/**
 * Makes operations of acts, one after the other on the draft, and what takes them back in the other direction. Acts that
 * would change nothing are left out; undefined when none is left.
 */
export function stepOf(acts: readonly Act[], draft: Draft, personId: string, at: string): Step | undefined {
  const operations: Operation[] = []
  const back: Act[] = []
  const made = new Set<string>()
  for (const act of acts) {
    const operation = whole({ ...act, id: newId(), at } as Operation)
    const undoing = goesWith(made, act) ? [] : inverse(draft, act)
    if (act.type === 'list.create') made.add(act.subjectId)
    draft.touched()
    apply(draft, operation, personId)
    if (Object.values(draft.touched()).every((ids) => ids.size === 0)) continue
    operations.push(operation)
    back.unshift(...undoing)
  }
  const [first] = operations
  if (!first) return undefined
  const subjectIds = operations.map(({ subjectId }) => subjectId)
  return { type: first.type, subjectIds, operations, inverse: back }
}

/** What is made in a list of the same step goes to the trash and comes back with that list. */
const goesWith = (made: ReadonlySet<string>, act: Act): boolean =>
  (act.type === 'section.create' || act.type === 'task.create') && made.has(act.fields.listId ?? '')

/** Text that was cut within a character would be refused for good: what is left of it becomes a replacement character. */
function whole(operation: Operation): Operation {
  if (!('fields' in operation)) return operation
  const fields = Object.entries(operation.fields).map(([name, value]) => [name, wholeText(value)])
  return { ...operation, fields: Object.fromEntries(fields) } as Operation
}

function wholeText(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  return Array.isArray(value) ? value.map(wholeText) : value
}
