import type { Operation, OperationResult } from '@doable/contracts/sync'
import type { Entry } from './state.ts'
import type { Refusal } from './view.ts'

/** What one push may hold by contract. */
export const mostAtOnce = 100
/** Letters of JSON in one push; three bytes each would still fit the 1 MiB that servers commonly take. */
const mostText = 300_000

/** The oldest operations, as many as one push takes and at least one. */
export function batchOf(queue: readonly Entry[], most: number): Operation[] {
  const batch: Operation[] = []
  let text = 0
  for (const { operation } of queue.slice(0, most)) {
    text += JSON.stringify(operation).length
    if (batch.length > 0 && text > mostText) break
    batch.push(operation)
  }
  return batch
}

/**
 * Which operations leave the queue after an answer, and which of them were refused. What the server would not create takes
 * later operations on the same thing along, sent or not, and they are told as one refusal.
 */
export function judged(
  batch: Operation[],
  results: OperationResult[],
  queue: readonly Entry[],
): { done: string[]; refused: Refusal[] } {
  const result = new Map(results.map((each) => [each.id, each]))
  const done = new Set<string>()
  const refused = new Map<string, Refusal>()
  const unsent = queue
    .map((entry) => entry.operation)
    .filter(({ id }) => !batch.some((sent) => sent.id === id))
  for (const operation of [...batch, ...unsent]) {
    const judgement = result.get(operation.id)
    const root = refused.get(operation.subjectId)
    if (root?.operation.type.endsWith('.create')) root.along.push(operation)
    else if (judgement?.status === 'refused') {
      refused.set(root ? operation.id : operation.subjectId, {
        operation,
        problem: problemOf(judgement),
        along: [],
      })
    }
    if (judgement || root?.operation.type.endsWith('.create')) done.add(operation.id)
  }
  return { done: [...done], refused: [...refused.values()] }
}

const problemOf = ({ problem }: OperationResult) =>
  problem ?? { type: 'about:blank', title: 'Refused', status: 422 }
