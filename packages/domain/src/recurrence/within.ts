import { dayOfNumber, numberOf } from './days.ts'
import { ruleOf } from './parse.ts'
import { preview, type Series } from './series.ts'
import { firstAfter } from './walk.ts'

/** How many coming days are foreseen of what is counted from the day it is done: each hangs on the one before. */
const foreseen = 5

/** The days of a rule between two days, after the present one. Only a rule with a number of times is walked from there. */
function scheduledWithin({ repeatRule, occurrenceOn }: Series, from: string, to: string): string[] {
  const rule = ruleOf(repeatRule)
  const last = rule.until !== null && rule.until < to ? rule.until : to
  const anchor = numberOf(occurrenceOn)
  const days: string[] = []
  let at: number | null = rule.count === null ? Math.max(anchor, numberOf(from) - 1) : anchor
  for (let left = rule.count ?? Number.POSITIVE_INFINITY; left > 1; left--) {
    at = firstAfter(rule, anchor, at)
    if (at === null || at > numberOf(last)) break
    if (at >= numberOf(from)) days.push(dayOfNumber(at))
  }
  return days
}

/**
 * The days from `from` to `to`, both included, on which a series comes again after its present occurrence, without those
 * that are skipped; as if each were done on its day. After completion only the next few can be foreseen.
 */
export function occurrencesWithin(series: Series, from: string, to: string): string[] {
  const days =
    series.repeatMode === 'schedule'
      ? scheduledWithin(series, from, to)
      : preview(series, foreseen + 1)
          .slice(1)
          .map(({ on }) => on)
          .filter((on) => on >= from && on <= to)
  return days.filter((day) => !series.skippedOn.includes(day))
}
