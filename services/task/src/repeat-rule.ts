import type { Task } from '@doable/contracts/task'
import { describeFault } from '@doable/domain/recurrence/fault-words'
import { parseRule } from '@doable/domain/recurrence/parse'
import { printRule } from '@doable/domain/recurrence/rule'
import { problem } from '@doable/service-kit/problem'

type Written = { repeatRule?: string | null | undefined }

/**
 * A rule that makes sense, spelt as all are.
 * @throws 422 `bad-rule` with the reason in words
 */
export function withRule<T extends Written>(fields: T): T {
  if (!fields.repeatRule) return fields
  const { rule, fault } = parseRule(fields.repeatRule)
  if (rule) return { ...fields, repeatRule: printRule(rule) }
  const detail = describeFault(fault, 'en')
  throw problem(422, 'bad-rule', detail, [{ pointer: '/repeatRule', detail: fault }])
}

/** @throws 422 `no-day` for a repetition that has no day to begin on */
export function checkDay(asked: Written, { dueOn }: Pick<Task, 'dueOn'>): void {
  if (asked.repeatRule && dueOn === null)
    throw problem(422, 'no-day', 'What repeats needs a day on which it is due.', [
      { pointer: '/repeatRule', detail: 'needs dueOn' },
    ])
}
