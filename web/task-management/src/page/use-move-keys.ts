import { useStore } from '@doable/client/react'
import { announce } from '@doable/ui/announce'
import type { Shortcut } from '@doable/ui/shortcuts'
import { useLingui } from '@lingui/react/macro'
import { type Step, stepAlong, stepIn, stepOut } from '../drag/moves.ts'
import type { Line } from '../lines/line.ts'
import type { Scope } from './scope.ts'

/** What a screen reader hears after a step: beside, below or above what the task now is. */
function useStepWords() {
  const { t } = useLingui()
  const store = useStore()
  const { tasks, sections } = store.getSnapshot()
  return (step: Step): string => {
    if (step.kind === 'group') {
      const section = sections.get(step.groupId)?.name
      return section ? t`Moved to section ${section}` : t`Moved above the sections`
    }
    const title = tasks.get(step.neighbour)?.title ?? ''
    if (step.kind === 'before') return t`Moved above ${title}`
    if (step.kind === 'after') return t`Moved below ${title}`
    return step.kind === 'below' ? t`Now a subtask of ${title}` : t`No longer a subtask of ${title}`
  }
}

/** Reordering by the keyboard, the equal of dragging (WCAG 2.5.7): up, down, in and out, one task at a time. */
export function useMoveKeys(scope: Scope, lines: readonly Line[], movable: boolean): Shortcut[] {
  const { t } = useLingui()
  const store = useStore()
  const words = useStepWords()
  const { selection, acts, groups } = scope
  const parentOf = (id: string) => store.getSnapshot().tasks.get(id)?.parentId ?? null
  const take = (id: string, step: Step | undefined) => {
    if (!movable) return announce(t`Tasks can be reordered where they are sorted by your own order.`)
    if (!step) return announce(t`It cannot go further.`)
    acts.move([id], step.place)
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
  const rtl = document.documentElement.dir === 'rtl'
  const [inward, outward] = rtl ? ['alt+left', 'alt+right'] : ['alt+right', 'alt+left']
  return [
    key('alt+up', t`Move task up`, (id) => stepAlong(lines, groups.current, id, -1)),
    key('alt+down', t`Move task down`, (id) => stepAlong(lines, groups.current, id, 1)),
    key(inward as string, t`Make subtask of the task above`, (id) => stepIn(lines, id)),
    key(outward as string, t`Move out of the parent task`, (id) => stepOut(lines, id, parentOf)),
  ]
}
