import { useView } from '@doable/client/react'
import type { Task } from '@doable/contracts/task'
import type { Weekday } from '@doable/domain/calendar'
import { parseRule } from '@doable/domain/recurrence/parse'
import { printRule, type Rule } from '@doable/domain/recurrence/rule'
import { useState } from 'react'
import type { Acts } from '../acts/acts.ts'
import { useDay } from '../page/use-time.ts'
import { useWeekStart } from '../page/use-week-start.ts'
import { body, type Draft, draftOf, faultOf, type Mode, presets, ruleOfDraft } from './choices.ts'

export type Repeating = ReturnType<typeof useRepeat>

/** What the editor of a repetition shows, and what its fields do; everything is kept as it is changed. */
export function useRepeat(ids: string[], acts: Acts) {
  const now = useDay()
  const weekStart = useWeekStart() as Weekday
  const task = useView((view) => view.tasks.get(ids[0] ?? '')) as Task | undefined
  const [custom, setCustom] = useState(false)
  const [refused, setRefused] = useState<Rule>()
  const day = task?.dueOn ?? now.day
  const rule = task?.repeatRule ? parseRule(task.repeatRule).rule : undefined
  const mode: Mode = task?.repeatMode ?? 'schedule'
  const usual = presets(day)
  const at = rule ? usual.findIndex((preset) => body(preset) === body(rule)) : -1
  const draft = draftOf(refused ?? rule ?? (usual[0] as Rule), day)

  const keep = (wanted: Rule, wantedMode = mode) => {
    if (faultOf(wanted)) return setRefused(wanted)
    setRefused(undefined)
    acts.repeat(ids, printRule(wanted), wantedMode, now.day)
  }
  const ends = { count: rule?.count ?? null, until: rule?.until ?? null }
  return {
    task,
    day,
    today: now.day,
    rule,
    mode,
    draft,
    usual,
    fault: refused && faultOf(refused),
    /** `none`, the place of a preset, or `custom`. */
    choice: custom || (rule && at < 0) ? 'custom' : rule ? String(at) : 'none',
    choose(choice: string) {
      setRefused(undefined)
      setCustom(choice === 'custom')
      if (choice === 'none') acts.repeat(ids, null, null, now.day)
      else if (choice !== 'custom') keep({ ...(usual[Number(choice)] as Rule), ...ends })
      else if (!rule) keep(usual[2] as Rule)
    },
    change: (changes: Partial<Draft>) =>
      keep({ ...ruleOfDraft({ ...draft, ...changes }, day, weekStart), ...ends }),
    setMode: (wanted: Mode) => rule && keep(rule, wanted),
    setEnd: (end: Partial<typeof ends>) => rule && keep({ ...rule, count: null, until: null, ...end }),
  }
}
