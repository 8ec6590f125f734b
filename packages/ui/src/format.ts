/** How the signed-in person reads days, times and numbers. */
export type Reader = {
  /** BCP 47, such as `de` or `en-GB`. */
  language: string
  /** IANA. */
  timeZone: string
}

let reader: Reader = {
  language: globalThis.navigator?.language ?? 'en',
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
}
const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>()

/** Sets for whom everything is written from now on. */
export function formatFor(person: Partial<Reader>): void {
  reader = { ...reader, ...person }
  formats.clear()
}
export const currentReader = (): Reader => reader

function cached<F extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(
  kind: string,
  options: object,
  make: () => F,
): F {
  const key = kind + JSON.stringify(options)
  const known = formats.get(key) as F | undefined
  if (known) return known
  const made = make()
  formats.set(key, made)
  return made
}
const dates = (options: Intl.DateTimeFormatOptions) =>
  cached('date', options, () => new Intl.DateTimeFormat(reader.language, options))

/** Noon in UTC, written in UTC: no zone can move it to another day. */
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`)

/** A calendar day (`YYYY-MM-DD`): "Sun, 22 Nov", or as `options` say. */
export const day = (
  day: string,
  options: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' },
): string => dates({ ...options, timeZone: 'UTC' }).format(noon(day))

/** From one calendar day to another: "23 – 29 Nov 2026". */
export const days = (from: string, to: string, options: Intl.DateTimeFormatOptions): string =>
  dates({ ...options, timeZone: 'UTC' }).formatRange(noon(from), noon(to))

/** A wall-clock time (`HH:MM`) as the person reads it: "17:00" or "5:00 PM". */
export const time = (time: string): string =>
  dates({ hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(Date.parse(`2000-01-01T${time}:00Z`))

/** An instant (UTC, ISO) in the person's zone: "22 Nov 2026, 17:00", or as `options` say. */
export const instant = (
  at: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' },
): string => dates({ ...options, timeZone: reader.timeZone }).format(Date.parse(at))

export const number = (value: number, options: Intl.NumberFormatOptions = {}): string =>
  cached('number', options, () => new Intl.NumberFormat(reader.language, options)).format(value)

const steps = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** How long ago an instant was: "5 minutes ago", "yesterday", "now". */
export function ago(at: string, now: number = Date.now()): string {
  const words = cached(
    'ago',
    {},
    () => new Intl.RelativeTimeFormat(reader.language, { numeric: 'auto', style: 'short' }),
  )
  const seconds = (Date.parse(at) - now) / 1000
  const [unit, length] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 60]
  return words.format(unit === 'second' ? 0 : Math.trunc(seconds / length), unit)
}

/** "today", "tomorrow", "yesterday" in the person's words, or nothing for other days. */
export function nearDay(day: string, today: string): string | undefined {
  const distance = Math.round((noon(day) - noon(today)) / 86_400_000)
  if (Math.abs(distance) > 1) return
  return cached('near', {}, () => new Intl.RelativeTimeFormat(reader.language, { numeric: 'auto' })).format(
    distance,
    'day',
  )
}
