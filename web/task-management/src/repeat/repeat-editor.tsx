import './words.ts'
import { addMonths, type Weekday } from '@doable/domain/calendar'
import { describeFault } from '@doable/domain/recurrence/fault-words'
import type { Frequency } from '@doable/domain/recurrence/rule'
import { printRule } from '@doable/domain/recurrence/rule'
import { describeRule } from '@doable/domain/recurrence/words'
import { Checkbox } from '@doable/ui/checkbox'
import { currentReader } from '@doable/ui/format'
import { RadioGroup } from '@doable/ui/radio-group'
import { Select } from '@doable/ui/select'
import { useLingui } from '@lingui/react/macro'
import type { Acts } from '../acts/acts.ts'
import { useWeekStart } from '../page/use-week-start.ts'
import type { Monthly } from './choices.ts'
import { NumberField } from './number-field.tsx'
import css from './repeat.module.css'
import { inSentence } from './repeat-words.ts'
import { Upcoming } from './upcoming.tsx'
import { type Repeating, useRepeat } from './use-repeat.ts'
import { Weekdays } from './weekdays.tsx'

const said = (repeat: Repeating, at: number) => {
  const rule = repeat.usual[at]
  return rule ? inSentence(describeRule(printRule(rule), null, currentReader().language)) : ''
}

function Custom({ repeat }: { repeat: Repeating }) {
  const { t } = useLingui()
  const weekStart = useWeekStart() as Weekday
  const { draft, change, day } = repeat
  const units: { value: Frequency; label: string }[] = [
    { value: 'DAILY', label: t`Days` },
    { value: 'WEEKLY', label: t`Weeks` },
    { value: 'MONTHLY', label: t`Months` },
    { value: 'YEARLY', label: t`Years` },
  ]
  return (
    <div className={css.custom}>
      <div className={css.pair}>
        <NumberField
          label={t`Every`}
          value={draft.interval}
          most={999}
          onChange={(interval) => change({ interval })}
        />
        <Select label={t`Unit`} value={draft.freq} options={units} onChange={(freq) => change({ freq })} />
      </div>
      {draft.freq === 'WEEKLY' && (
        <Weekdays
          value={draft.weekdays}
          weekStart={weekStart}
          onChange={(weekdays) => change({ weekdays })}
        />
      )}
      {draft.freq === 'MONTHLY' && (
        <Monthlies value={draft.monthly} day={day} onChange={(monthly) => change({ monthly })} />
      )}
    </div>
  )
}

function Monthlies({
  value,
  day,
  onChange,
}: {
  value: Monthly
  day: string
  onChange(value: Monthly): void
}) {
  const { t } = useLingui()
  const date = Number(day.slice(8))
  const name = new Intl.DateTimeFormat(currentReader().language, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${day}T12:00:00Z`),
  )
  const nth = Math.ceil(date / 7)
  const options: { value: Monthly; label: string }[] = [
    { value: 'date', label: t`On day ${date}` },
    { value: 'last-day', label: t`On the last day` },
    ...(nth < 5 ? [{ value: 'nth' as const, label: t`On ${name} number ${nth}` }] : []),
    { value: 'last', label: t`On the last ${name}` },
    { value: 'last-workday', label: t`On the last workday` },
  ]
  return <Select label={t`In the month`} value={value} options={options} onChange={onChange} />
}

function End({ repeat }: { repeat: Repeating }) {
  const { t } = useLingui()
  const { rule, setEnd, day } = repeat
  const kind = rule?.count != null ? 'count' : rule?.until != null ? 'until' : 'never'
  const choose = (end: 'never' | 'count' | 'until') =>
    setEnd(end === 'count' ? { count: 10 } : end === 'until' ? { until: addMonths(day, 3) } : {})
  return (
    <div className={css.pair}>
      <Select
        label={t`Ends`}
        value={kind}
        options={[
          { value: 'never', label: t`Never` },
          { value: 'until', label: t`On a day` },
          { value: 'count', label: t`After some times` },
        ]}
        onChange={choose}
      />
      {rule?.count != null && (
        <NumberField
          label={t`Times`}
          value={rule.count}
          most={1000}
          onChange={(count) => setEnd({ count })}
        />
      )}
      {rule?.until != null && (
        <label className={css.until}>
          <span>{t`Last day`}</span>
          <input
            type="date"
            min={day}
            max="2200-12-31"
            value={rule.until}
            onChange={({ target }) => target.value >= day && setEnd({ until: target.value })}
          />
        </label>
      )}
    </div>
  )
}

/** How tasks repeat: the usual rules, one of one's own, from when it is counted, when it ends, and what comes next. */
export function RepeatEditor({ ids, acts, onClose }: { ids: string[]; acts: Acts; onClose(): void }) {
  const { t } = useLingui()
  const repeat = useRepeat(ids, acts)
  const { rule, mode, fault, task } = repeat
  if (!task) return null
  const options = [
    { value: 'none', label: t`Does not repeat` },
    ...repeat.usual.map((_, at) => ({ value: String(at), label: said(repeat, at) })),
    { value: 'custom', label: t`Custom` },
  ]
  return (
    <div className={css.panel}>
      <RadioGroup label={t`Repeat`} value={repeat.choice} options={options} onChange={repeat.choose} />
      {repeat.choice === 'custom' && <Custom repeat={repeat} />}
      {fault && (
        <p role="alert" className={css.fault}>
          {describeFault(fault, currentReader().language)}
        </p>
      )}
      {rule && (
        <>
          <Checkbox
            checked={mode === 'completion'}
            onChange={(on) => repeat.setMode(on ? 'completion' : 'schedule')}
            description={t`The next one is counted from the day this one is done.`}
          >{t`After completion`}</Checkbox>
          <End repeat={repeat} />
          {ids.length === 1 && <Upcoming task={task} today={repeat.today} acts={acts} onClose={onClose} />}
        </>
      )}
    </div>
  )
}
