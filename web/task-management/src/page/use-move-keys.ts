import { useStore } from '@doable/client/react'
import { announce } from '@doable/ui/announce'
import type { Shortcut } from '@doable/ui/shortcuts'
import { useLingui } from '@lingui/react/macro'
import { putInto } from '../acts/put-into.ts'
import { type Step, stepAlong, stepIn, stepOut, stepToGroup } from '../drag/moves.ts'
import type { Line } from '../lines/line.ts'
import { headingWords } from '../names/heading-words.ts'
import type { Scope } from './scope.ts'
import { useDay } from './use-time.ts'

/** What a screen reader hears after a step: beside, below or above what the task now is. */
function useStepWords() {
  const { t } = useLingui()
  const store = useStore()
  const today = useDay().day
  const groupWords = ({ group, into }: Extract<Step, { kind: 'group' }>) => {
    const { words } = headingWords(group.heading, store.getSnapshot(), today)
    const section = group.heading?.kind === 'section' ? words : undefined
    if (section !== undefined) return t`Moved to section ${section}`
    return group.heading || !('listId' in into) ? t`Moved to ${words}` : t`Moved above the sections`
  }
  return (step: Step): string => {
    if (step.kind === 'group') return groupWords(step)
    const title = store.getSnapshot().tasks.get(step.neighbour)?.title ?? ''
    if (step.kind === 'before') return t`Moved above ${title}`
    if (step.kind === 'after') return t`Moved below ${title}`
    return step.kind === 'below' ? t`Now a subtask of ${title}` : t`No longer a subtask of ${title}`
  }
}

/**
 * What dragging does, by the keyboard (WCAG 2.5.7), one task at a time: up, down, in and out where a person arranges the
 * tasks; from group to group where what they share can be changed, with `columns` sideways.
 */
export function useMoveKeys(
  scope: Scope,
  lines: readonly Line[],
  movable: boolean,
  columns: boolean,
): Shortcut[] {
  const { t } = useLingui()
  const store = useStore()
  const words = useStepWords()
  const { selection, acts, groups } = scope
  const parentOf = (id: string) => store.getSnapshot().tasks.get(id)?.parentId ?? null
  const take = (id: string, step: Step | undefined) => {
    if (!step && !movable) return announce(t`Tasks can be reordered where they are sorted by your own order.`)
    if (!step) return announce(t`It cannot go further.`)
    if (step.place) acts.move([id], step.place)
    else if (step.kind === 'group') putInto(acts, [id], step.into)
    selection.go(id)
    announce(words(step))
  }
  const key = (keys: string, description: string, stepOf: (id: string) => Step | undefined): Shortcut => ({
    keys,
    description,
    group: t`Tasks`,
    when: () => selection.current !== undefined,
    run: () => {
      const { current } = selection
      if (current) acts.ifAllowed([current], () => take(current, stepOf(current)))
    },
  })
  const groupOf = (id: string) => {
    const line = lines.find((each) => each.kind === 'task' && each.id === id)
    return line?.kind === 'task' ? line.groupId : undefined
  }
  const toGroup = (id: string, by: 1 | -1) => stepToGroup(groups.current, groupOf(id), by)
  const along = (id: string, by: 1 | -1) =>
    movable ? stepAlong(lines, groups.current, id, by) : columns ? undefined : toGroup(id, by)
  const [inward, outward] =
    document.documentElement.dir === 'rtl' ? ['alt+left', 'alt+right'] : ['alt+right', 'alt+left']
  const upAndDown = [
    key('alt+up', t`Move task up`, (id) => along(id, -1)),
    key('alt+down', t`Move task down`, (id) => along(id, 1)),
  ]
  if (columns)
    return [
      ...upAndDown,
      key(inward as string, t`Move task to the next column`, (id) => toGroup(id, 1)),
      key(outward as string, t`Move task to the column before`, (id) => toGroup(id, -1)),
    ]
  return [
    ...upAndDown,
    key(inward as string, t`Make subtask of the task above`, (id) =>
      movable ? stepIn(lines, id) : undefined,
    ),
    key(outward as string, t`Move out of the parent task`, (id) =>
      movable ? stepOut(lines, id, parentOf) : undefined,
    ),
  ]
}
