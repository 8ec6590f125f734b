import './words.ts'
import type { Weekday } from '@doable/domain/calendar'
import { currentReader } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import css from './repeat.module.css'

const all = [1, 2, 3, 4, 5, 6, 7] as const
/** 1 January 2024 was a Monday. */
const name = (weekday: Weekday, style: 'long' | 'short') =>
  new Intl.DateTimeFormat(currentReader().language, { weekday: style, timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, weekday),
  )

/** Days of the week to switch on and off, in the order of the person's weeks; one stays on. */
export function Weekdays({
  value,
  weekStart,
  onChange,
}: {
  value: readonly Weekday[]
  weekStart: Weekday
  onChange(weekdays: Weekday[]): void
}) {
  const { t } = useLingui()
  const order = all.toSorted((a, b) => ((a - weekStart + 7) % 7) - ((b - weekStart + 7) % 7))
  const toggle = (weekday: Weekday) => {
    const others = value.filter((each) => each !== weekday)
    const wanted = others.length < value.length ? others : [...value, weekday]
    if (wanted.length > 0) onChange(wanted)
  }
  return (
    <fieldset className={css.weekdays}>
      <legend>{t`On`}</legend>
      <div>
        {order.map((weekday) => (
          <button
            key={weekday}
            type="button"
            aria-pressed={value.includes(weekday)}
            aria-label={name(weekday, 'long')}
            onClick={() => toggle(weekday)}
          >
            {name(weekday, 'short')}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
