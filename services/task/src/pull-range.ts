import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'

/** What to send of a list: the rows with a version above `from` and, where the list does not fit, up to `to`. */
export type Range = { listId: string; from: number; to?: number }
export type Ranges = { where: (table: string) => string; bind: Record<string, unknown> }

/** Ranges as a condition on any table with `listId` and `version`. There must be at least one. */
export function within(platform: Platform, ranges: readonly Range[]): Ranges {
  const isWhole = ({ from, to }: Range) => from === 0 && to === undefined
  const whole = ranges.filter(isWhole).map(({ listId }) => listId)
  const parts = ranges.filter((range) => !isWhole(range))
  const bind: Record<string, unknown> = { whole: JSON.stringify(whole) }
  for (const [at, { listId, from, to }] of parts.entries())
    Object.assign(bind, { [`l${at}`]: listId, [`f${at}`]: from, ...(to !== undefined && { [`t${at}`]: to }) })
  const where = (table: string) =>
    [
      ...(whole.length ? [`${table}.listId IN ${platform.dialect.idsIn('$whole')}`] : []),
      ...parts.map(
        ({ to }, at) =>
          `(${table}.listId = $l${at} AND ${table}.version > $f${at}${to === undefined ? '' : ` AND ${table}.version <= $t${at}`})`,
      ),
    ].join(' OR ')
  return { where, bind }
}

/** `weight` is in rows of usual size. */
type Step = { listId: string; version: number; weight: number; done: number; said: number }

/**
 * Cuts what changed into a page of about `size` rows. A version of a list is never cut in two, however many rows it holds.
 * Answers what goes onto the page, whether there are completions and comments on it, and whether something is left.
 */
export async function cut(
  platform: Platform,
  changed: Range[],
  size: number,
): Promise<{ page: Range[]; done: boolean; said: boolean; more: boolean }> {
  const steps = await stepsOf(platform, changed, size + 1)
  const end = endOfPage(steps, size)
  const holds = (what: 'done' | 'said') => steps.slice(0, end).some((step) => Number(step[what]) > 0)
  const has = { done: holds('done'), said: holds('said') }
  if (end === steps.length) return { page: changed, ...has, more: false }
  const last = steps[end - 1] as Step
  const withRows = new Set(steps.slice(0, end).map(({ listId }) => listId))
  const after = new Set(steps.slice(end).map(({ listId }) => listId))
  const isCut = last.listId === steps[end]?.listId
  // Lists of which only their own row changed are in no step: they go along when there is room, on the last page.
  const page = changed
    .filter(({ listId }) => withRows.has(listId) && (!after.has(listId) || isCut))
    .map((range) => (isCut && range.listId === last.listId ? { ...range, to: last.version } : range))
  return { page, ...has, more: true }
}

/** At least one step, then as many as fit. */
function endOfPage(steps: Step[], size: number): number {
  let rows = 0
  for (const [at, { weight }] of steps.entries()) {
    rows += Number(weight)
    if (rows > size && at > 0) return at
  }
  return steps.length
}

/** A row of so many bytes counts as one more: comments may be long, and many are not. */
const usual = 500

/** How much each version of each list holds, in order. */
async function stepsOf(platform: Platform, changed: Range[], most: number): Promise<Step[]> {
  const { where, bind } = within(platform, changed)
  const of = (table: string, done = 0) =>
    `SELECT x.listId, x.version, ${done} AS done, 0 AS said, 1 AS weight FROM ${table} x WHERE ${where('x')}`
  const said = `SELECT x.listId, x.version, 0 AS done, 1 AS said,
    1 + ${platform.dialect.bytes('x.text')} / $usual AS weight FROM Comments x WHERE ${where('x')}`
  const all = [of('Tasks'), of('Sections'), of('GoneTasks'), of('Completions', 1), said].join(' UNION ALL ')
  const sql = `
    SELECT a.listId, a.version, SUM(a.weight) AS weight, SUM(a.done) AS done, SUM(a.said) AS said FROM (${all}) a
    GROUP BY a.listId, a.version ORDER BY a.listId, a.version ${platform.dialect.first(most)}`
  return platform.db.query<Step>(sql, { bind: { ...bind, usual }, type: QueryTypes.SELECT })
}
