import { MenuAt, type MenuEntry } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { CalendarClock } from 'lucide-react'
import { useRef } from 'react'
import { useMoreMenu } from '../popups/use-more-menu.tsx'
import type { PlanSteps } from './use-plan-keys.ts'

/** All that can be done with a task of a calendar, what dragging does first. */
export function EntryMenu({
  id,
  anchor,
  steps,
  onClose,
}: {
  id: string
  anchor: Element
  steps: PlanSteps
  onClose(): void
}) {
  const { t } = useLingui()
  const more = useMoreMenu([id], anchor)
  const timed = steps.isTimed(id)
  const entry = (name: string, label: string, run: () => void, keys?: string): MenuEntry => ({
    id: name,
    label,
    run,
    ...(keys && { keys }),
  })
  const timedOnly = [
    entry('earlier', t`15 minutes earlier`, () => steps.shift([id], { minutes: -steps.step })),
    entry('later', t`15 minutes later`, () => steps.shift([id], { minutes: steps.step })),
    entry('all-day', t`All day`, () => steps.setTime(id, null)),
  ]
  const items = [
    entry('next', t`To the next day`, () => steps.shift([id], { days: 1 }), 'alt+right'),
    entry('before', t`To the day before`, () => steps.shift([id], { days: -1 }), 'alt+left'),
    entry('week', t`A week later`, () => steps.shift([id], { days: 7 })),
    ...(timed ? timedOnly : []),
    entry('longer', t`15 minutes longer`, () => steps.lengthen(id, 1), 'shift+alt+down'),
    entry('shorter', t`15 minutes shorter`, () => steps.lengthen(id, -1), 'shift+alt+up'),
  ]
  const plan = { items: [{ id: 'plan', label: t`Plan`, icon: <CalendarClock />, items }] }
  return (
    <MenuAt
      anchor={useRef(anchor)}
      label={t`More actions`}
      sections={[plan, ...more]}
      isOpen
      onClose={onClose}
    />
  )
}
