import { mostNamed } from '@doable/contracts/operation-limits'
import type { Change } from '@doable/domain/cascade'
import type { Act } from './inverse.ts'

type Naming = 'task.complete' | 'task.reopen' | 'task.restore'

/** Acts that reach exactly the tasks of these changes, of a task and its relatives. */
export function byName(type: Naming, subjectId: string, changes: readonly Change[]): Act[] {
  const acts: Act[] = []
  for (let from = 0; from < changes.length; from += mostNamed) {
    const only = changes.slice(from, from + mostNamed).map(({ id }) => id)
    acts.push({ type, subjectId, only })
  }
  return acts
}
