import { type Weekday, weekday } from '@doable/domain/calendar'
import { parseRule } from '@doable/domain/recurrence/parse'
import { everyDay, type Frequency, printRule, type Rule, workdays } from '@doable/domain/recurrence/rule'

export type Mode = 'schedule' | 'completion'
/** How a month is divided: on the day's date, on its last day, on the day's weekday counted from the front or the end, on the last workday. */
export type Monthly = 'date' | 'last-day' | 'nth' | 'last' | 'last-workday'
/** What the fields of the editor say. */
export type Draft = {
  freq: Frequency
  interval: number
  weekdays: readonly Weekday[]
  monthly: Monthly
}

const dayOf = (day: string) => Number(day.slice(8))
const monthOf = (day: string) => Number(day.slice(5, 7))
/** Which one of its weekday a day is in its month. */
const nthOf = (day: string) => Math.ceil(dayOf(day) / 7)
const plain = (weekdays: readonly Weekday[]) => weekdays.map((each) => ({ weekday: each, nth: null }))

function inMonth(monthly: Monthly, day: string): Partial<Rule> {
  const here = weekday(day)
  switch (monthly) {
    case 'date':
      return { byMonthDay: [dayOf(day)] }
    case 'last-day':
      return { byMonthDay: [-1] }
    case 'nth':
      return { byDay: [{ weekday: here, nth: nthOf(day) }] }
    case 'last':
      return { byDay: [{ weekday: here, nth: -1 }] }
    case 'last-workday':
      return { byDay: workdays, bySetPos: [-1] }
  }
}

/** The rule of what the fields say, for a task that is due on `day`; without an end. */
export function ruleOfDraft(
  { freq, interval, weekdays, monthly }: Draft,
  day: string,
  weekStart: Weekday,
): Rule {
  const rule = { ...everyDay, freq, interval }
  if (freq === 'DAILY') return rule
  if (freq === 'YEARLY') return { ...rule, byMonth: [monthOf(day)], byMonthDay: [dayOf(day)] }
  if (freq === 'MONTHLY') return { ...rule, ...inMonth(monthly, day) }
  const days = weekdays.length > 0 ? weekdays.toSorted((a, b) => a - b) : [weekday(day)]
  return { ...rule, byDay: plain(days), ...(interval > 1 && { weekStart }) }
}

const monthlies: Monthly[] = ['date', 'last-day', 'nth', 'last', 'last-workday']

/** The fields for a rule; what they cannot say is left out. */
export function draftOf(rule: Rule, day: string): Draft {
  const { freq, interval } = rule
  const fits = (monthly: Monthly) =>
    body({ ...everyDay, freq, ...inMonth(monthly, day) }) === body({ ...rule, interval: 1 })
  const weekdays = freq === 'WEEKLY' ? rule.byDay.map((each) => each.weekday) : []
  return {
    freq,
    interval,
    weekdays: weekdays.length > 0 ? weekdays : [weekday(day)],
    monthly: (freq === 'MONTHLY' && monthlies.find(fits)) || 'date',
  }
}

/** A rule without its end, to compare. */
export const body = (rule: Rule): string => printRule({ ...rule, count: null, until: null, weekStart: 1 })

/** The usual rules for a task that is due on `day`. */
export function presets(day: string): Rule[] {
  const here = weekday(day)
  const rules: Rule[] = [
    everyDay,
    { ...everyDay, freq: 'WEEKLY', byDay: workdays },
    { ...everyDay, freq: 'WEEKLY', byDay: plain([here]) },
    { ...everyDay, freq: 'MONTHLY', byMonthDay: [dayOf(day)] },
    { ...everyDay, freq: 'MONTHLY', byDay: [{ weekday: here, nth: nthOf(day) === 5 ? -1 : nthOf(day) }] },
    { ...everyDay, freq: 'YEARLY', byMonth: [monthOf(day)], byMonthDay: [dayOf(day)] },
  ]
  return rules
}

/** Why a rule cannot be, undefined when it can. */
export const faultOf = (rule: Rule) => parseRule(printRule(rule)).fault
