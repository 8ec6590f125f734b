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

/** What there is in a list, by the table that holds it. */
const tables = {
  tasks: 'Tasks',
  sections: 'Sections',
  goneTasks: 'GoneTasks',
  completions: 'Completions',
  comments: 'Comments',
} as const
export type Part = keyof typeof tables
const parts = Object.keys(tables) as Part[]

/** `weight` is in rows of usual size; the rest says how many rows of each table. */
type Step = { listId: string; version: number; weight: number } & Record<`${Part}Count`, number>
export type Page = { page: Range[]; parts: ReadonlySet<Part>; more: boolean }

/**
 * Cuts what changed into a page of about `size` rows. A version of a list is never cut in two, however many rows it holds.
 * Answers what goes onto the page, from which tables, and whether something is left.
 */
export async function cut(platform: Platform, changed: Range[], size: number): Promise<Page> {
  const steps = await stepsOf(platform, changed, size + 1)
  const end = endOfPage(steps, size)
  const there = new Set(
    parts.filter((part) => steps.slice(0, end).some((step) => Number(step[`${part}Count`]) > 0)),
  )
  if (end === steps.length) return { page: changed, parts: there, more: false }
  const last = steps[end - 1] as Step
  const withRows = new Set(steps.slice(0, end).map(({ listId }) => listId))
  const after = new Set(steps.slice(end).map(({ listId }) => listId))
  const isCut = last.listId === steps[end]?.listId
  // Lists of which only their own row changed are in no step: they go along when there is room, on the last page.
  const page = changed
    .filter(({ listId }) => withRows.has(listId) && (!after.has(listId) || isCut))
    .map((range) => (isCut && range.listId === last.listId ? { ...range, to: last.version } : range))
  return { page, parts: there, more: true }
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
  const weight = { comments: `1 + ${platform.dialect.bytes('x.text')} / $usual` } as Partial<
    Record<Part, string>
  >
  const flags = (part: Part) => parts.map((each) => `${each === part ? 1 : 0} AS ${each}Count`).join(', ')
  const rows = (part: Part) =>
    `SELECT x.listId, x.version, ${flags(part)}, ${weight[part] ?? 1} AS weight FROM ${tables[part]} x WHERE ${where('x')}`
  const sql = `
    SELECT a.listId, a.version, SUM(a.weight) AS weight, ${parts.map((part) => `SUM(a.${part}Count) AS ${part}Count`).join(', ')}
    FROM (${parts.map(rows).join(' UNION ALL ')}) a
    GROUP BY a.listId, a.version ORDER BY a.listId, a.version ${platform.dialect.first(most)}`
  return platform.db.query<Step>(sql, { bind: { ...bind, usual }, type: QueryTypes.SELECT })
}
