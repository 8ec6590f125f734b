import type { Task } from '@doable/contracts/task'
import { arriving } from '../page/arriving.ts'

const useWording = arriving(async () => (await import('./repeat-words.ts')).repeatWords)

/**
 * How a task repeats, in the person's words: "every Monday". What puts rules into words is fetched when the first task
 * that repeats is drawn; undefined until then, and for a task that does not repeat.
 */
export function useRepeatWords(
  task: Pick<Task, 'repeatRule' | 'repeatMode'> | undefined,
): string | undefined {
  const repeats = task !== undefined && task.repeatRule !== null
  const wording = useWording(repeats)
  return repeats ? wording?.(task) : undefined
}
