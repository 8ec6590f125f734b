import type { Completion, Turn } from '@doable/contracts/completion'
import type { NewCompletion } from '@doable/domain/occurrence'
import { pieces } from '@doable/service-kit/pieces'
import { day, flag, instant, json } from '@doable/service-kit/rows'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'
import type { Act } from './act.ts'
import { CompletionRow } from './completion.ts'

const names = [
  'id',
  'taskId',
  'listId',
  'seriesId',
  'occurrenceOn',
  'skipped',
  'completedAt',
  'completedBy',
  'doneOn',
  'before',
  'after',
  'undoneAt',
  'version',
] as const satisfies (keyof Completion)[]
const columns = names.map((name) => `c.${name}`).join(', ')
type Stored = Record<keyof Completion, unknown>

const completionOf = (row: Stored): Completion => ({
  ...(row as Completion),
  occurrenceOn: day(row.occurrenceOn) as string,
  skipped: flag(row.skipped),
  completedAt: instant(row.completedAt),
  doneOn: day(row.doneOn) as string,
  before: json<Turn>(row.before),
  after: json<Turn>(row.after),
  undoneAt: instant(row.undoneAt, 'nullable'),
})

/** Completions by a condition on `Completions c`. */
export async function readCompletions({ db }: Platform, where: string, bind: object): Promise<Completion[]> {
  const rows = await db.query<Stored>(`SELECT ${columns} FROM Completions c WHERE ${where}`, {
    bind: bind as Record<string, unknown>,
    type: QueryTypes.SELECT,
  })
  return rows.map(completionOf)
}

const mine = 'EXISTS (SELECT 1 FROM ListMembers m WHERE m.listId = c.listId AND m.personId = $me)'

/** Those of the completions that a person may see. */
export function completionsIn(platform: Platform, me: string, ids: string[]): Promise<Completion[]> {
  const among = `c.id IN ${platform.dialect.idsIn('$ids')}`
  return readCompletions(platform, `${among} AND ${mine}`, { ids: JSON.stringify(ids), me })
}

/** Those of a task that count, the latest occurrence first. */
export const completionsOf = (platform: Platform, me: string, taskId: string): Promise<Completion[]> =>
  readCompletions(
    platform,
    `c.taskId = $taskId AND c.undoneAt IS NULL AND ${mine} ORDER BY c.occurrenceOn DESC`,
    {
      taskId,
      me,
    },
  )

/** Those of an occurrence of a series that count. */
export const completionsOfOccurrence = (
  platform: Platform,
  seriesId: string,
  occurrenceOn: string,
): Promise<Completion[]> =>
  readCompletions(
    platform,
    'c.seriesId = $seriesId AND c.occurrenceOn = $occurrenceOn AND c.undoneAt IS NULL',
    {
      seriesId,
      occurrenceOn,
    },
  )

/** Those of an occurrence of a series, what was taken back included. */
export const recordsOfOccurrence = (
  platform: Platform,
  seriesId: string,
  occurrenceOn: string,
): Promise<Completion[]> =>
  readCompletions(platform, 'c.seriesId = $seriesId AND c.occurrenceOn = $occurrenceOn', {
    seriesId,
    occurrenceOn,
  })

/** Keeps them; one that was taken back before gives way. */
export async function keepCompletions(
  act: Act,
  completions: NewCompletion[],
  version: number,
): Promise<void> {
  const rows = completions.map((each) => ({
    ...each,
    completedAt: new Date(each.completedAt),
    before: JSON.stringify(each.before),
    after: JSON.stringify(each.after),
    undoneAt: null,
    version,
  }))
  for (const some of pieces(rows)) {
    await CompletionRow.destroy({ where: { id: some.map(({ id }) => id) } })
    await CompletionRow.bulkCreate(some)
    for (const { id } of some) act.touched.completions.add(id)
  }
}

/** Takes them back, or with null lets them count again. */
export async function markCompletions(
  act: Act,
  completions: Completion[],
  undoneAt: Date | null,
  version: number,
): Promise<void> {
  for (const some of pieces(completions.map(({ id }) => id))) {
    await CompletionRow.update({ undoneAt, version }, { where: { id: some } })
    for (const id of some) act.touched.completions.add(id)
  }
}

/** They go with their tasks to another list. */
export async function moveCompletions(taskIds: string[], listId: string, version: number): Promise<void> {
  for (const some of pieces(taskIds))
    await CompletionRow.update({ listId, version }, { where: { taskId: some } })
}
