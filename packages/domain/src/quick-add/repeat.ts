import type { Weekday } from '../calendar.ts'
import { parseRule } from '../recurrence/parse.ts'
import { everyDay, type Frequency, printRule, type Rule, workdays } from '../recurrence/rule.ts'
import { firstOccurrence } from '../recurrence/series.ts'
import { type DueLine, readDate, readTime, skipBlank, type Words, wordsBefore } from './due.ts'
import type { Repeat } from './grammar.ts'
import { matchAt, type Token, token } from './token.ts'

/** Every so many days, weeks, months or years. */
export const every = (freq: Frequency, interval = 1): Repeat => ({ rule: { freq, interval } })
export const onWeekdays = (weekdays: readonly Weekday[], interval = 1): Repeat => ({
  rule: { freq: 'WEEKLY', interval, byDay: weekdays.map((weekday) => ({ weekday, nth: null })) },
})
export const onWorkdays: Repeat = { rule: { freq: 'WEEKLY', byDay: workdays } }
/** The third Friday, the last workday, the last day; `what` is a weekday, or one of these words. */
export function numbered(nth: number, what: Weekday | 'workday' | 'day', interval = 1): Repeat | null {
  if (nth === 0 || nth > 31 || (nth > 5 && what !== 'day')) return null
  const rule = { freq: 'MONTHLY' as const, interval }
  if (what === 'day') return { rule: { ...rule, byMonthDay: [nth] } }
  if (what === 'workday') return { rule: { ...rule, byDay: workdays, bySetPos: [nth] } }
  return { rule: { ...rule, byDay: [{ weekday: what, nth }] } }
}
export const onDate = (day: string | undefined, month: number): Repeat => ({
  rule: { freq: 'YEARLY', byMonth: [month], byMonthDay: [Number(day)] },
})

type Found = { end: number; rule: Partial<Rule>; time: string | null; startOn: string | null; tail: boolean }

/** What may follow: a time, "starting 1 feb", "until 30 jun", "5 times". Null where nothing does. */
function readMore(line: Words, found: Found): Found | null {
  const { text, grammar } = line
  const at = skipBlank(text, found.end)
  if (at === null) return null
  const times = matchAt(grammar.repeatTimes, text, at)
  if (times && !found.rule.until)
    return { ...found, end: times.end, rule: { ...found.rule, count: Number(times.words.n) } }
  const [from, until] = [matchAt(grammar.repeatFrom, text, at), matchAt(grammar.repeatUntil, text, at)]
  const date = from || until ? readDate(line, (from ?? until)?.end ?? at, true) : null
  if (date && from) return { ...found, end: date.end, startOn: date.moment.on }
  if (date && !found.rule.count)
    return { ...found, end: date.end, rule: { ...found.rule, until: date.moment.on } }
  const time = found.time === null ? readTime(line, at, [undefined, 'after', 'side']) : null
  return time && { ...found, end: time.end, time: time.time }
}

function readHead(line: DueLine, at: number): (Found & Pick<Repeat, 'mode'>) | null {
  const { text, grammar, when } = line
  for (const { like, read, only } of grammar.repeats) {
    const match = matchAt(like, text, at)
    const repeat = match && read(match.words, when)
    if (!match || !repeat) continue
    const found = { end: match.end, rule: repeat.rule, time: repeat.time ?? null, startOn: null, tail: false }
    let last: Found = found
    for (let more = readMore(line, last); more; more = readMore(line, last)) last = { ...more, tail: true }
    if (only && !last.tail && matchAt(grammar.atEnd, text, match.end) === null) continue
    if (only && grammar.notAfter.test(wordsBefore(line, at))) continue
    const completion = match.words.bang ? ({ mode: 'completion' } as const) : {}
    return { ...last, ...completion }
  }
  return null
}

/** Reads a repetition with its time, beginning and end. */
export function readRepeat(line: DueLine, at: number): Token[] {
  const found = readHead(line, at)
  if (!found || found.rule.interval === 0) return []
  const { when, text } = line
  const weekly = found.rule.freq === 'WEEKLY' && (found.rule.interval ?? 1) > 1
  const said = printRule({ ...everyDay, ...(weekly && { weekStart: when.weekStart }), ...found.rule })
  const parsed = parseRule(said).rule
  if (!parsed) return []
  const rule = printRule(parsed)
  if (firstOccurrence(rule, found.startOn ?? when.day) === null) return []
  const { end, time, startOn, mode = 'schedule' } = found
  return [token('recurrence', text, at, end, { rule, mode, time, startOn })]
}
