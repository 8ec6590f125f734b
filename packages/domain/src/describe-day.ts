import { addDays, daysBetween } from './calendar.ts'

const formats = new Map<string, Intl.DateTimeFormat>()
/** Making a formatter costs a hundred times what using one does, and a list shows hundreds of days. */
function format(day: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${Object.keys(options).join()}`
  const known = formats.get(key)
  const made = known ?? new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' })
  if (!known) formats.set(key, made)
  return made.format(Temporal.PlainDateTime.from(day).toZonedDateTime('UTC').epochMilliseconds)
}

const capital = (text: string, locale: string) => {
  const [first = ''] = text
  return first.toLocaleUpperCase(locale) + text.slice(first.length)
}

/**
 * A day in the words a person would use on `today`: "Yesterday", "Today", "Tomorrow", the weekday for the rest of the coming
 * six days, otherwise the date ("27 Jan"), with the year when it is another year. `locale` is BCP 47.
 */
export function describeDay(day: string, today: string, locale: string): string {
  const away = daysBetween(today, day)
  if (Math.abs(away) <= 1)
    return capital(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(away, 'day'), locale)
  if (away > 1 && day < addDays(today, 7)) return capital(format(day, locale, { weekday: 'long' }), locale)
  const sameYear = day.slice(0, 4) === today.slice(0, 4)
  const date: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' }
  return format(day, locale, sameYear ? date : { ...date, year: 'numeric' })
}

/** The date with its weekday, for headings: "Sun, 22 Nov", with the year when it is not the year of `today`. */
export function describeDate(day: string, today: string, locale: string): string {
  const date: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' }
  return format(day, locale, day.slice(0, 4) === today.slice(0, 4) ? date : { ...date, year: 'numeric' })
}
