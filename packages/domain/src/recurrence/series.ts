import { addDays, addMonths } from '../calendar.ts'
import { dayOfNumber, lastDay, numberOf } from './days.ts'
import { ruleOf } from './parse.ts'
import { printRule, type Rule } from './rule.ts'
import { firstAfter } from './walk.ts'

/** What a task says of its repetition. */
export type Series = {
  /** The value of an `RRULE`. */
  repeatRule: string
  /** `schedule`: the days of the rule, come what may. `completion`: counted from the day it was done. */
  repeatMode: 'schedule' | 'completion'
  /** The day of the present occurrence, from which the rest is counted. */
  occurrenceOn: string
  /** Days that are left out. */
  skippedOn: readonly string[]
}
/** An occurrence and the series as it is from there on. */
export type Occurrence = { on: string; series: Series }

/** What is left of a rule once so many occurrences have passed; null when none is. */
function after(rule: Rule, passed: number): Rule | null {
  if (rule.count === null) return rule
  return rule.count > passed ? { ...rule, count: rule.count - passed } : null
}

const within = (on: string, { until }: Rule) => on <= lastDay && (until === null || on <= until)

function occurrence(series: Series, rule: Rule | null, on: string): Occurrence | null {
  if (rule === null || !within(on, rule)) return null
  const skippedOn = series.skippedOn.filter((day) => day > on)
  return { on, series: { ...series, repeatRule: printRule(rule), occurrenceOn: on, skippedOn } }
}

/**
 * The next occurrence on schedule: the first day of the rule after the present one that is not before `notBefore` and not
 * skipped. What lies between has passed and counts.
 */
function onSchedule(series: Series, notBefore: string): Occurrence | null {
  const rule = ruleOf(series.repeatRule)
  const anchor = numberOf(series.occurrenceOn)
  const least = numberOf(notBefore)
  let at = anchor
  for (let passed = 1; after(rule, passed) !== null; passed++) {
    // Without a number of times nothing has to be counted, so what has passed is leapt over.
    const next = firstAfter(rule, anchor, rule.count === null ? Math.max(at, least - 1) : at)
    if (next === null) return null
    at = next
    const on = dayOfNumber(next)
    if (!within(on, rule)) return null
    if (next >= least && !series.skippedOn.includes(on)) return occurrence(series, after(rule, passed), on)
  }
  return null
}

/** A rule that only says how long: a month after 31 January is 28 February, and not 31 March as in a calendar. */
function lengthAfter({ freq, interval, byDay, byMonthDay, byMonth }: Rule, day: string): string | null {
  if (byDay.length + byMonthDay.length + byMonth.length > 0) return null
  if (freq === 'DAILY' || freq === 'WEEKLY') return addDays(day, interval * (freq === 'WEEKLY' ? 7 : 1))
  return addMonths(day, interval * (freq === 'YEARLY' ? 12 : 1))
}

function afterCompletion(series: Series, doneOn: string): Occurrence | null {
  const rule = ruleOf(series.repeatRule)
  const left = after(rule, 1)
  let on = doneOn
  do {
    const length = lengthAfter(rule, on)
    const next = length === null ? firstAfter(rule, numberOf(doneOn), numberOf(on)) : numberOf(length)
    if (next === null || !within(dayOfNumber(next), rule)) return null
    on = dayOfNumber(next)
  } while (series.skippedOn.includes(on))
  return occurrence(series, left, on)
}

/**
 * The occurrence after the present one, when that is done (or skipped) on the person's day `doneOn`; null when it was the
 * last. On schedule it is never before that day: what was missed does not pile up.
 */
export const nextOccurrence = (series: Series, doneOn: string): Occurrence | null =>
  series.repeatMode === 'completion' ? afterCompletion(series, doneOn) : onSchedule(series, doneOn)

/**
 * The days of the coming occurrences, the present one first, as if each were done on its day. Days that are skipped are
 * named too, so that they can be taken back.
 */
export function preview(series: Series, most: number): { on: string; skipped: boolean }[] {
  const all = [{ on: series.occurrenceOn, skipped: false }]
  let at: Occurrence | null = { on: series.occurrenceOn, series: { ...series, skippedOn: [] } }
  while (all.length < most) {
    at = nextOccurrence(at.series, at.on)
    if (at === null) break
    all.push({ on: at.on, skipped: series.skippedOn.includes(at.on) })
  }
  return all
}

/**
 * The first day on or after `from` that a rule names: where a new series starts, from which its intervals are counted. Null
 * when none does.
 */
export function firstOccurrence(text: string, from: string): string | null {
  const rule = ruleOf(text)
  const found = firstAfter({ ...rule, interval: 1 }, numberOf(from), numberOf(from) - 1)
  const on = found === null ? null : dayOfNumber(found)
  return on !== null && within(on, rule) ? on : null
}
