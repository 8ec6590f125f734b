import type { Task } from '@doable/contracts/task'
import { describeRule } from '@doable/domain/recurrence/words'
import { currentReader } from '@doable/ui/format'

/** How a task repeats, in the person's words: "every Monday". Undefined when it does not. */
export const repeatWords = ({ repeatRule, repeatMode }: Pick<Task, 'repeatRule' | 'repeatMode'>) =>
  repeatRule === null ? undefined : describeRule(repeatRule, repeatMode, currentReader().language)

/** The same where it stands by itself: "Every Monday". */
export const inSentence = (words: string): string => {
  const [first = ''] = words
  return first.toLocaleUpperCase(currentReader().language) + words.slice(first.length)
}
