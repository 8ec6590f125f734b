import {
  addDays,
  addMonths,
  daysBetween,
  endOfMonth,
  type Now,
  startOfWeek,
  type Weekday,
  weekday,
} from '../calendar.ts'
import { type Language, languages } from '../quick-add/languages.ts'
import { readDay } from '../quick-add/read-day.ts'
import { type PeriodWords, periodWords, type Unit } from './period-words.ts'

/** Days from `first` to `last`, both included. */
export type Period = { first: string; last: string }
export type Calendar = { now: Now; weekStart: Weekday; language: string }

const monthFrom = (day: string, months: number) => addMonths(`${day.slice(0, 8)}01`, months)

/** The week, month, ... that lies `step` after the present one. */
function span(unit: Unit, step: number, { now, weekStart }: Calendar): Period {
  const { day } = now
  if (unit === 'week') {
    const first = addDays(startOfWeek(day, weekStart), 7 * step)
    return { first, last: addDays(first, 6) }
  }
  if (unit === 'weekend') {
    const first = addDays(day, 6 - weekday(day) + 7 * step)
    return { first, last: addDays(first, 1) }
  }
  const first = unit === 'month' ? monthFrom(day, step) : monthFrom(`${day.slice(0, 4)}-01-01`, 12 * step)
  return { first, last: unit === 'month' ? endOfMonth(first) : addDays(addMonths(first, 12), -1) }
}

const byBeginning = <T>(table: readonly (readonly [RegExp, T])[], word: string): T | undefined =>
  table.find(([like]) => like.test(word))?.[1]

function readSpan(text: string, words: PeriodWords, calendar: Calendar): Period | null {
  const groups = (words.one.exec(text) ?? words.many.exec(text))?.groups
  if (!groups) return null
  const { step: stepWord = '', unit: unitWord = '', count } = groups
  const unit = byBeginning(words.units, unitWord) ?? 'day'
  const step = byBeginning(words.steps, stepWord) ?? 0
  if (count === undefined) return span(unit, step, calendar)
  const others = Number(count) * (unit === 'week' ? 7 : 1) - 1
  const { day } = calendar.now
  return step > 0 ? { first: day, last: addDays(day, others) } : { first: addDays(day, -others), last: day }
}

/** Days back from which a weekday, a day of the month and a day of the year are looked for again; 29 February needs the last. */
const looksBack = [7, 31, 366, 731, 1096, 1461, 2922]

/**
 * The latest day by that name, today included, where words that name no year mean the coming one. What is reckoned from today
 * ("tomorrow") moves along with it, and stays.
 */
function latest(read: (day: string) => string | null, coming: string, today: string): string {
  if (coming <= today) return coming
  const before = read(addDays(today, -1))
  if (before !== null && daysBetween(before, coming) === 1) return coming
  for (const days of looksBack) {
    const found = read(addDays(today, -days))
    if (found !== null && found <= today) return found
  }
  return coming
}

function readOne(text: string, language: Language, calendar: Calendar, past: boolean): Period | null {
  const words = periodWords[language]
  const period = readSpan(text, words, calendar)
  if (period) return period
  const { now, weekStart } = calendar
  const read = (day: string) => readDay(text, { ...now, weekStart, day }, language)
  const coming = read(now.day)
  if (coming === null) return null
  const on = past && !words.ahead.test(text) ? latest(read, coming, now.day) : coming
  return { first: on, last: on }
}

const known = Object.keys(languages) as Language[]

/**
 * The days that a phrase means, read in the person's language first and then in any other, so that a saved query survives a
 * change of language. A day without a year is the coming one, or with `past` the latest. Null for anything else.
 */
export function readPeriod(text: string, calendar: Calendar, past = false): Period | null {
  if (text.length > longest) return null
  const own = (language: Language) => calendar.language.startsWith(language)
  for (const language of [...known.filter(own), ...known.filter((each) => !own(each))]) {
    const period = readOne(text, language, calendar, past)
    if (period && inRange(period.first) && inRange(period.last)) return period
  }
  return null
}
const longest = 60
const inRange = (day: string) => day >= '1900-01-01' && day <= '2200-12-31'

const anyDay = '2024-01-01'
const anyNow: Now = { instant: `${anyDay}T12:00:00.000Z`, zone: 'UTC', day: anyDay, time: '12:00' }
/** Whether a phrase means days, whenever it is asked. */
export const isPeriod = (text: string): boolean =>
  readPeriod(text, { now: anyNow, weekStart: 1, language: 'en' }) !== null
