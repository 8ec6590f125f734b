import type { Task } from '@doable/contracts/task'
import { Button } from '@doable/ui/button'
import { DatePopover } from '@doable/ui/date-popover'
import { useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import { useScope } from '../page/scope.ts'
import { useDay } from '../page/use-time.ts'
import { useWeekStart } from '../page/use-week-start.ts'

/** Gives everything that is overdue a new day, as one step. */
export function Reschedule({ tasks }: { tasks: readonly Task[] }) {
  const { t } = useLingui()
  const { acts } = useScope()
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const weekStart = useWeekStart()
  const today = useDay().day
  const ids = acts.allowed(tasks.map(({ id }) => id))
  if (ids.length === 0) return null
  return (
    <>
      <Button
        small
        kind="quiet"
        ref={anchor}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        {t`Reschedule`}
      </Button>
      <DatePopover
        anchor={anchor}
        label={t`Reschedule overdue tasks`}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        value={{ date: null, time: null }}
        onChange={({ date }) => acts.reschedule(ids, date)}
        today={today}
        weekStart={weekStart}
        withTime={false}
      />
    </>
  )
}
