/** Reads plain rows of `sequelize.query`, in which the two engines hand back instants, days and flags differently. */

/** An instant as it goes over the wire: UTC, ISO 8601, milliseconds. */
export function instant(stored: unknown): string
export function instant(stored: unknown, orNull: 'nullable'): string | null
export function instant(stored: unknown): string | null {
  if (stored === null || stored === undefined) return null
  if (stored instanceof Date) return stored.toISOString()
  // SQLite holds what Sequelize wrote: 2026-11-22 15:45:00.123 +00:00
  const text = String(stored)
  if (text[10] === ' ' && text.length === 30) return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`
  return new Date(text).toISOString()
}

/** A calendar day, `YYYY-MM-DD`, or null. SQL Server hands back midnight in UTC. */
export function day(stored: unknown): string | null {
  if (stored === null || stored === undefined) return null
  return stored instanceof Date ? stored.toISOString().slice(0, 10) : String(stored)
}

export const flag = (stored: unknown): boolean => stored === true || stored === 1

export const json = <T>(stored: unknown): T => JSON.parse(String(stored)) as T
