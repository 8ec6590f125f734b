import { isDay, type Weekday } from '../calendar.ts'
import {
  type ByDay,
  everyDay,
  type Frequency,
  mostCount,
  mostInterval,
  type Rule,
  type RuleFault,
  weekdayNames,
} from './rule.ts'
import { everComes } from './walk.ts'

class Refused extends Error {
  readonly fault: RuleFault
  constructor(fault: RuleFault) {
    super(fault)
    this.fault = fault
  }
}
function refuse(fault: RuleFault): never {
  throw new Refused(fault)
}

function whole(text: string, least: number, most: number, fault: RuleFault): number {
  const value = Number(text)
  return /^[+-]?\d{1,4}$/.test(text) && value >= least && value <= most ? value : refuse(fault)
}

/** Numbers without repetitions, counted from the front first: 1, 2, 15, -2, -1. */
function numbers(text: string, least: number, most: number, fault: RuleFault): number[] {
  const all = text.split(',').map((each) => whole(each, least, most, fault) || refuse(fault))
  return [...new Set(all)].sort((a, b) => Number(a < 0) - Number(b < 0) || a - b)
}

const weekdayOf = (name: string): Weekday => {
  const at = weekdayNames.indexOf(name as (typeof weekdayNames)[number])
  return at < 0 ? refuse('weekday') : ((at + 1) as Weekday)
}

function byDay(text: string): ByDay[] {
  const days = text.split(',').map((each): ByDay => {
    const [, number, name = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(each) ?? refuse('weekday')
    const nth = number === undefined ? null : whole(number, -53, 53, 'weekday') || refuse('weekday')
    return { weekday: weekdayOf(name), nth }
  })
  const distinct = new Map(days.map((day) => [`${day.nth} ${day.weekday}`, day]))
  return [...distinct.values()].sort((a, b) => (a.nth ?? 0) - (b.nth ?? 0) || a.weekday - b.weekday)
}

/** A day, or the day of a moment: what a calendar of another program writes for an all-day series. */
function untilDay(text: string): string {
  const [, y, m, d] = /^(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?$/.exec(text) ?? refuse('until')
  const day = `${y}-${m}-${d}`
  return isDay(day) ? day : refuse('until')
}

const frequencies: readonly string[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']
function frequency(text: string): Frequency {
  if (/^(?:SECOND|MINUTE|HOUR)LY$/.test(text)) refuse('too-often')
  return frequencies.includes(text) ? (text as Frequency) : refuse('malformed')
}

const readers: Record<string, (text: string) => Partial<Rule>> = {
  FREQ: (text) => ({ freq: frequency(text) }),
  INTERVAL: (text) => ({ interval: whole(text, 1, mostInterval, 'interval') }),
  BYDAY: (text) => ({ byDay: byDay(text) }),
  BYMONTHDAY: (text) => ({ byMonthDay: numbers(text, -31, 31, 'month-day') }),
  BYMONTH: (text) => ({ byMonth: numbers(text, 1, 12, 'month') }),
  BYSETPOS: (text) => ({ bySetPos: numbers(text, -366, 366, 'position') }),
  COUNT: (text) => ({ count: whole(text, 1, mostCount, 'count') }),
  UNTIL: (text) => ({ until: untilDay(text) }),
  WKST: (text) => ({ weekStart: weekdayOf(text) }),
}

function read(text: string): Rule {
  const parts = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')
  const said = new Map(parts.map((part) => part.split('=') as [string, string]))
  if (said.size !== parts.length || !said.has('FREQ')) refuse('malformed')
  const rule = { ...everyDay }
  for (const [name, value] of said) {
    const reader = readers[name] ?? refuse(/^[A-Z-]+$/.test(name) && value ? 'unknown-part' : 'malformed')
    Object.assign(rule, value ? reader(value) : refuse('malformed'))
  }
  return rule
}

function check(rule: Rule): void {
  const { freq, count, until } = rule
  if (count !== null && until !== null) refuse('count-and-until')
  const numbered = rule.byDay.some(({ nth }) => nth !== null)
  if (numbered && (freq === 'DAILY' || freq === 'WEEKLY')) refuse('numbered-weekday')
  if (numbered && rule.byMonthDay.length > 0) refuse('numbered-weekday')
  if (freq === 'WEEKLY' && rule.byMonthDay.length > 0) refuse('day-of-week-and-month')
  const set = rule.byDay.length + rule.byMonthDay.length + rule.byMonth.length
  if (rule.bySetPos.length > 0 && set === 0) refuse('position-of-nothing')
  if (!everComes(rule)) refuse('never')
}

/**
 * Reads the value of an `RRULE` property, with or without its name. A rule that no day can ever fulfil, such as 30 February,
 * is refused, and so is what happens more often than once a day.
 */
export function parseRule(text: string): { rule: Rule; fault?: never } | { fault: RuleFault; rule?: never } {
  try {
    const rule = read(text)
    check(rule)
    return { rule }
  } catch (error) {
    if (error instanceof Refused) return { fault: error.fault }
    throw error
  }
}

const known = new Map<string, Rule>()
/** A rule that was let in once; rows are drawn by the hundred, so it is read once. @throws for one that was not */
export function ruleOf(text: string): Rule {
  const had = known.get(text)
  if (had) return had
  const { rule, fault } = parseRule(text)
  if (fault) throw new Error(`The rule ${text} is not one: ${fault}`)
  if (known.size > 500) known.clear()
  known.set(text, rule)
  return rule
}
