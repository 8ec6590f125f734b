import { useStore } from '@doable/client/react'
import type { Task } from '@doable/contracts/task'
import { announce } from '@doable/ui/announce'
import { type Shortcut, useShortcuts } from '@doable/ui/shortcuts'
import { useLingui } from '@lingui/react/macro'
import { useScope } from '../page/scope.ts'
import { useDay } from '../page/use-time.ts'
import type { Cut } from './period.ts'
import { lengthened, type Shift } from './planning.ts'
import type { Planner } from './use-planner.ts'
import { standing, step } from './wall.ts'

/** What can be done with a task in a calendar without dragging it (WCAG 2.5.7): by keys, and from its menu. */
export function usePlanSteps(planner: Planner, follow: (day: string) => void) {
  const { t } = useLingui()
  const store = useStore()
  const { zone } = useDay()
  const { selection, acts } = useScope()
  const taskOf = (id: string): Task | undefined => store.getSnapshot().tasks.get(id)
  /** Goes where the task went, and keeps the focus on it. */
  const after = (id: string) => {
    const at = taskOf(id)
    const to = at && standing(at, zone)
    if (to) follow(to.day)
    selection.go(id)
  }
  const shift = (ids: string[], by: Shift) => {
    if (ids[0] === undefined) return
    planner.shift(ids, by)
    after(ids[0])
  }
  const lengthen = (id: string, by: 1 | -1) =>
    acts.ifAllowed([id], () => {
      const task = taskOf(id)
      const minutes = task && lengthened(task, by)
      if (minutes) planner.stretch(id, minutes)
      else announce(t`It cannot be shorter.`)
    })
  const setTime = (id: string, time: string | null) => {
    const task = taskOf(id)
    const at = task && standing(task, zone)
    if (!at) return
    planner.put([id], { day: at.day, time })
    after(id)
  }
  return { shift, lengthen, setTime, step, isTimed: (id: string) => (taskOf(id)?.dueTime ?? null) !== null }
}
export type PlanSteps = ReturnType<typeof usePlanSteps>

/** When something without a time is given one by a key. */
const morning = '09:00'

/** The keys for that, of the task that has the focus or was there last. */
export function usePlanKeys(steps: PlanSteps, cut: Cut, onToday: () => void): void {
  const { t } = useLingui()
  const { selection } = useScope()
  const group = t`Calendar`
  const isMonth = cut.mode === 'month'
  const onTask = () => {
    const at = document.activeElement
    return selection.current !== undefined && (at === document.body || at?.closest('[data-row]') != null)
  }
  const key = (keys: string, description: string, run: (id: string, ids: string[]) => void): Shortcut => ({
    keys,
    description,
    group,
    when: onTask,
    run: () => selection.current && run(selection.current, selection.targets()),
  })
  const rtl = document.documentElement.dir === 'rtl'
  const [later, sooner] = rtl ? ['alt+left', 'alt+right'] : ['alt+right', 'alt+left']
  const upAndDown = (id: string, ids: string[], by: 1 | -1) => {
    if (isMonth) steps.shift(ids, { days: 7 * by })
    else if (steps.isTimed(id)) steps.shift(ids, { minutes: step * by })
    else if (by > 0) steps.setTime(id, morning)
  }
  useShortcuts([
    { keys: 't', description: t`Show today`, group, run: onToday },
    key(later as string, t`Move to the next day`, (_, ids) => steps.shift(ids, { days: 1 })),
    key(sooner as string, t`Move to the day before`, (_, ids) => steps.shift(ids, { days: -1 })),
    key('alt+down', isMonth ? t`Move a week on` : t`Move 15 minutes on`, (id, ids) => upAndDown(id, ids, 1)),
    key('alt+up', isMonth ? t`Move a week back` : t`Move 15 minutes back`, (id, ids) =>
      upAndDown(id, ids, -1),
    ),
    key('shift+alt+down', t`Make 15 minutes longer`, (id) => steps.lengthen(id, 1)),
    key('shift+alt+up', t`Make 15 minutes shorter`, (id) => steps.lengthen(id, -1)),
  ])
}
