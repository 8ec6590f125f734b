import type { Task } from '@doable/contracts/task'
import type { Defaults, Group } from '../lines/group.ts'

/**
 * A group for each pane, under the pane's text. A page has a row for each task, so one that several panes show stands in the
 * first of them; the heading of the others says how many of theirs are further up. `sorted` are the tasks of all panes.
 */
export function paneGroups(
  key: string,
  sorted: readonly Task[],
  panes: readonly (readonly Task[])[],
  texts: readonly string[],
  /** What a task starts with that is added to each; undefined where none can be. */
  starts: readonly (Defaults | undefined)[],
): Group[] {
  const seen = new Set<Task>()
  return panes.map((pane, at) => {
    const own = new Set(pane.filter((task) => !seen.has(task)))
    for (const task of own) seen.add(task)
    const add = starts[at]
    return {
      id: `${key} pane ${at}`,
      heading: { kind: 'pane', text: texts[at] ?? '', above: pane.length - own.size },
      tasks: sorted.filter((task) => own.has(task)),
      ...(add && { add }),
    }
  })
}
