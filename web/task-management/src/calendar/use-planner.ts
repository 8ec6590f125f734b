import { useStore } from '@doable/client/react'
import type { Store } from '@doable/client/store'
import type { Task } from '@doable/contracts/task'
import { describeDate } from '@doable/domain/describe-day'
import { currentReader, time as timeWords } from '@doable/ui/format'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMemo, useRef } from 'react'
import type { Acts } from '../acts/acts.ts'
import { undoable } from '../acts/undoable.ts'
import { useDurationWords } from '../names/use-duration-words.ts'
import { useScope } from '../page/scope.ts'
import { useDay } from '../page/use-time.ts'
import { planned, type Shift, type Spot, shifted } from './planning.ts'
import { standing } from './wall.ts'

export type Planner = {
  /** Puts tasks on a day and, the first of them, at its time; null takes their day away. One step back, with its message. */
  put(ids: string[], spot: Spot | null): void
  /** Puts each task so many days or minutes on. */
  shift(ids: string[], by: Shift): void
  /** How long a task takes, in minutes. */
  stretch(id: string, minutes: number): void
}
type Words = {
  put(tasks: Task[], spot: Spot | null): string
  shift(tasks: Task[], spotOf: (task: Task) => Spot | null): string
  stretch(minutes: number): string
}

function useWords(): Words {
  const { t } = useLingui()
  const { day: today, zone } = useDay()
  const duration = useDurationWords()
  const where = ({ day, time }: Spot, task: Task | undefined) => {
    const at = time === undefined && task ? standing(task, zone)?.time : time
    return [describeDate(day, today, currentReader().language), at && timeWords(at)]
      .filter(Boolean)
      .join(', ')
  }
  return {
    put(tasks, spot) {
      const count = tasks.length
      if (spot === null)
        return plural(count, { one: 'No longer on a day', other: '# tasks no longer on a day' })
      const place = count > 1 ? where({ day: spot.day, time: null }, undefined) : where(spot, tasks[0])
      return count > 1 ? t`${count} tasks moved to ${place}` : t`Moved to ${place}`
    },
    shift([task, ...others], spotOf) {
      const spot = task && spotOf(task)
      if (!task || !spot) return ''
      const [count, place] = [others.length + 1, where(spot, task)]
      return count > 1 ? t`${count} tasks moved` : t`Moved to ${place}`
    },
    stretch(minutes) {
      const length = duration(minutes)
      return t`Takes ${length}`
    },
  }
}

function makePlanner(store: Store, acts: Acts, zone: () => string, words: () => Words): Planner {
  const tasksOf = (ids: string[]) => ids.flatMap((id) => store.getSnapshot().tasks.get(id) ?? [])
  return {
    put(ids, spot) {
      const text = words().put(tasksOf(acts.allowed(ids)), spot)
      // The time is meant for the task that was grasped; the others keep theirs.
      const spotOf = (id: string) => (spot && id !== ids[0] ? { day: spot.day } : spot)
      undoable(store, () => acts.change(ids, (task) => planned(task, spotOf(task.id), zone())), text)
    },
    shift(ids, by) {
      const tasks = tasksOf(acts.allowed(ids))
      const spotOf = (task: Task) => shifted(task, by, zone())
      const changes = (task: Task) => planned(task, spotOf(task), zone())
      const text = words().shift(tasks, spotOf)
      undoable(store, () => acts.change(ids, changes), text)
    },
    stretch(id, durationMinutes) {
      undoable(store, () => acts.change([id], { durationMinutes }), words().stretch(durationMinutes))
    },
  }
}

/** What a calendar does to tasks. The same object for as long as the page is shown. */
export function usePlanner(): Planner {
  const store = useStore()
  const { acts } = useScope()
  const { zone } = useDay()
  const words = useWords()
  const latest = useRef({ zone, words })
  latest.current = { zone, words }
  return useMemo(
    () =>
      makePlanner(
        store,
        acts,
        () => latest.current.zone,
        () => latest.current.words,
      ),
    [store, acts],
  )
}
