/**
 * What RFC 5545 says, day by day and without a thought for speed: every day from the first on is held against the rule.
 * It shares nothing with the code it judges.
 */
type Said = Map<string, string>
const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const saidBy = (rule: string): Said =>
  new Map(rule.split(';').map((part) => part.split('=') as [string, string]))
const list = (said: Said, name: string) => said.get(name)?.split(',') ?? []
const plain = (day: string) => Temporal.PlainDate.from(day)

function weekOf(day: Temporal.PlainDate, said: Said): Temporal.PlainDate {
  const start = names.indexOf(said.get('WKST') ?? 'MO') + 1
  return day.subtract({ days: (day.dayOfWeek - start + 7) % 7 })
}

/** How many periods after the first one this day's is. */
function periodsBetween(first: Temporal.PlainDate, day: Temporal.PlainDate, said: Said): number {
  switch (said.get('FREQ')) {
    case 'DAILY':
      return first.until(day).days
    case 'WEEKLY':
      return weekOf(first, said).until(weekOf(day, said)).days / 7
    case 'MONTHLY':
      return (day.year - first.year) * 12 + day.month - first.month
    default:
      return day.year - first.year
  }
}

function isNumbered(day: Temporal.PlainDate, nth: number, inYear: boolean): boolean {
  const [at, length] = inYear ? [day.dayOfYear, day.daysInYear] : [day.day, day.daysInMonth]
  return nth > 0 ? Math.floor((at - 1) / 7) + 1 === nth : Math.floor((length - at) / 7) + 1 === -nth
}

function isNamed(day: Temporal.PlainDate, first: Temporal.PlainDate, said: Said): boolean {
  const freq = said.get('FREQ')
  const [weekdays, dates, months] = ['BYDAY', 'BYMONTHDAY', 'BYMONTH'].map((name) => list(said, name)) as [
    string[],
    string[],
    string[],
  ]
  if (months.length > 0 && !months.includes(String(day.month))) return false
  if (
    dates.length > 0 &&
    !dates.some((date) => Number(date) === day.day || Number(date) === day.day - day.daysInMonth - 1)
  )
    return false
  if (weekdays.length > 0) {
    const inYear = freq === 'YEARLY' && months.length === 0
    return weekdays.some((each) => {
      const nth = Number(each.slice(0, -2))
      return each.endsWith(names[day.dayOfWeek - 1] as string) && (nth === 0 || isNumbered(day, nth, inYear))
    })
  }
  if (dates.length > 0 || freq === 'DAILY') return true
  if (freq === 'WEEKLY') return day.dayOfWeek === first.dayOfWeek
  if (day.day !== first.day) return false
  return freq === 'MONTHLY' || months.length > 0 || day.month === first.month
}

/** The days of a series that begins on `from`, which counts as the first of them, up to `to`. */
export function walk(rule: string, from: string, to: string): string[] {
  const said = saidBy(rule)
  const [first, last] = [plain(from), plain(to)]
  const interval = Number(said.get('INTERVAL') ?? 1)
  const until = said.get('UNTIL')
  const periods = new Map<number, string[]>()
  const lastPeriod = periodsBetween(first, last, said)
  // Whole periods are looked at, because a place in one is counted from its beginning.
  const begin =
    said.get('FREQ') === 'YEARLY' ? first.with({ month: 1, day: 1 }) : first.subtract({ days: 31 })
  for (let day = begin; periodsBetween(first, day, said) <= lastPeriod; day = day.add({ days: 1 })) {
    const period = periodsBetween(first, day, said)
    if (period >= 0 && period % interval === 0 && isNamed(day, first, said))
      periods.set(period, [...(periods.get(period) ?? []), day.toString()])
  }
  const places = list(said, 'BYSETPOS').map(Number)
  const chosen = [...periods.values()].flatMap((days) =>
    places.length === 0
      ? days
      : days.filter((_, at) => places.includes(at + 1) || places.includes(at - days.length)),
  )
  const all = [from, ...chosen.filter((day) => day > from && day <= to)]
  const counted = all.slice(0, Number(said.get('COUNT') ?? all.length))
  return until ? counted.filter((day) => day.replaceAll('-', '') <= until) : counted
}
