import { z } from 'zod'

/** A UUID in lower case: SQL Server compares without case and SQLite with it, so only one spelling is let in. */
export const Id = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  .meta({ description: 'A UUID in lower case; version 7 keeps rows in order of making.' })

/** An instant in UTC with milliseconds. Names of such fields end in `At`. */
export const Instant = z.iso.datetime({ precision: 3 })

/** A calendar day, `YYYY-MM-DD`. Names of such fields end in `On`. Never a moment, so it has no zone. */
export const Day = z.iso
  .date()
  .refine((day) => day >= '1900-01-01' && day <= '2200-12-31', 'outside 1900 to 2200')

/** A wall-clock time, `HH:MM`. */
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** In small letters, as case is nothing to a zone; so there are never more than a few hundred. */
const knownZones = new Set<string>()
/** Making a format costs a fraction of a millisecond and much memory, and one request can name a zone thousands of times. */
const knownZone = (zone: string) => {
  const name = zone.toLowerCase()
  if (knownZones.has(name)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    return false
  }
  knownZones.add(name)
  return true
}
/** An IANA time zone name; offsets such as `+02:00` are refused because they do not know about summer time. */
export const TimeZone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][A-Za-z0-9_+/-]*$/)
  .refine(knownZone, 'not a known time zone')

/** A fractional ordering key (see `domain/ordering`). Lower case only: SQL Server may compare without case. */
export const Position = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[0-9a-z]*[1-9a-z]$/)

/** Half a surrogate pair is no character: databases keep another one in its place, and not all the same. */
export const isWhole = (text: string): boolean => text.isWellFormed()
export const notWhole = 'must hold whole characters'

/** Text on one line: no control characters, no half ones, neither empty nor only blanks. */
export const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'must be on one line')
    .refine(isWhole, notWhole)

export const colors = [
  'gray',
  'red',
  'orange',
  'amber',
  'olive',
  'green',
  'teal',
  'cyan',
  'blue',
  'indigo',
  'purple',
  'pink',
] as const
/** One of twelve named hues; the web decides what they look like in light and dark. */
export const Color = z.enum(colors)
export type Color = (typeof colors)[number]

/** A place in a keyset page; opaque to whoever passes it back. */
export const Cursor = z.string().min(1).max(16_384)
export const PageSize = z.coerce.number().int().min(1).max(200).default(50)
export const ById = z.strictObject({ id: Id })

/** What is wrong where. In a text that cannot be read, `start` and `end` (UTF-16 offsets) say where, and `expected` what would be right. */
const Fault = z.object({
  pointer: z.string(),
  detail: z.string(),
  start: z.int().optional(),
  end: z.int().optional(),
  expected: z.string().optional(),
})

/** The error document of every service (RFC 9457). */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(Fault).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
