import '../words.ts'
import type { Relation, Term } from '@doable/domain/query/ast'
import { plainWords } from '@doable/domain/query/keywords'
import { isPeriod } from '@doable/domain/query/period'
import { DatePopover } from '@doable/ui/date-popover'
import { IconButton } from '@doable/ui/icon-button'
import { Select } from '@doable/ui/select'
import { useLingui } from '@lingui/react/macro'
import { CalendarDays } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useDay } from '../../page/use-time.ts'
import { useWeekStart } from '../../page/use-week-start.ts'
import { useBuilderWords } from '../use-builder-words.ts'
import css from './builder.module.css'
import { SuggestInput } from './suggest-input.tsx'

type DayTerm = Extract<Term, { kind: 'day' }>
const relations: readonly Relation[] = ['on', 'before', 'after']
const ahead = ['today', 'tomorrow', 'this week', 'next week', 'this month', 'next 7 days', '+7 days']
const behind = ['today', 'yesterday', 'this week', 'last week', 'this month', 'last 7 days', '-7 days']

function PickDay({ value, onChange }: { value: string; onChange(day: string): void }) {
  const { t } = useLingui()
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const date = /^\d{4}-\d\d-\d\d$/.test(value) ? value : null
  return (
    <>
      <IconButton ref={anchor} label={t`Pick a day`} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <CalendarDays />
      </IconButton>
      <DatePopover
        {...{ anchor, isOpen }}
        label={t`Day`}
        onClose={() => setOpen(false)}
        value={{ date, time: null }}
        onChange={(due) => due.date && onChange(due.date)}
        today={useDay().day}
        weekStart={useWeekStart()}
        withTime={false}
      />
    </>
  )
}

/** A day or a stretch of days, in words or from a calendar, and how the task's own day lies to it. */
export function DayInput({ term, onChange }: { term: DayTerm; onChange(term: DayTerm): void }) {
  const { t } = useLingui()
  const note = useId()
  const words = useBuilderWords()
  const { field, is, when } = term
  const subject = words.subjects[field]
  const wrong = when !== '' && !isPeriod(plainWords(when))
  return (
    <>
      <span className={css.short}>
        <Select
          hideLabel
          label={t`${subject}: how`}
          value={is}
          onChange={(next) => onChange({ ...term, is: next })}
          options={relations.map((value) => ({ value, label: words.relations[value] }))}
        />
      </span>
      <SuggestInput
        label={t`${subject}: day`}
        value={when}
        onChange={(next) => onChange({ ...term, when: next })}
        offers={field === 'created' || field === 'completed' ? behind : ahead}
        error={wrong}
        describedBy={wrong ? note : undefined}
        placeholder={t`today, next week, 24 dec`}
      />
      <PickDay value={when} onChange={(day) => onChange({ ...term, when: day })} />
      {wrong && <p id={note} className={css.wrong}>{t`That is no day or stretch of days.`}</p>}
    </>
  )
}
