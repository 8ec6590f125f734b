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

type Step = { listId: string; version: number; many: number; done: number }

/**
 * Cuts what changed into a page of about `size` rows. A version of a list is never cut in two, however many rows it holds.
 * Answers what goes onto the page, whether there are completions on it, and whether something is left.
 */
export async function cut(
  platform: Platform,
  changed: Range[],
  size: number,
): Promise<{ page: Range[]; done: boolean; more: boolean }> {
  const steps = await stepsOf(platform, changed, size + 1)
  const end = endOfPage(steps, size)
  const done = steps.slice(0, end).some((step) => Number(step.done) > 0)
  if (end === steps.length) return { page: changed, done, more: false }
  const last = steps[end - 1] as Step
  const withRows = new Set(steps.slice(0, end).map(({ listId }) => listId))
  const after = new Set(steps.slice(end).map(({ listId }) => listId))
  const isCut = last.listId === steps[end]?.listId
  // Lists of which only their own row changed are in no step: they go along when there is room, on the last page.
  const page = changed
    .filter(({ listId }) => withRows.has(listId) && (!after.has(listId) || isCut))
    .map((range) => (isCut && range.listId === last.listId ? { ...range, to: last.version } : range))
  return { page, done, more: true }
}

/** At least one step, then as many as fit. */
function endOfPage(steps: Step[], size: number): number {
  let rows = 0
  for (const [at, { many }] of steps.entries()) {
    rows += Number(many)
    if (rows > size && at > 0) return at
  }
  return steps.length
}

/** How many rows each version of each list holds, in order. */
async function stepsOf(platform: Platform, changed: Range[], most: number): Promise<Step[]> {
  const { where, bind } = within(platform, changed)
  const of = (table: string, done = 0) =>
    `SELECT x.listId, x.version, ${done} AS done FROM ${table} x WHERE ${where('x')}`
  const sql = `
    SELECT a.listId, a.version, COUNT(*) AS many, SUM(a.done) AS done
    FROM (${of('Tasks')} UNION ALL ${of('Sections')} UNION ALL ${of('GoneTasks')} UNION ALL ${of('Completions', 1)}) a
    GROUP BY a.listId, a.version ORDER BY a.listId, a.version ${platform.dialect.first(most)}`
  return platform.db.query<Step>(sql, { bind, type: QueryTypes.SELECT })
}
