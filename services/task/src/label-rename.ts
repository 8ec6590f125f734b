import { pieces } from '@doable/service-kit/pieces'
import { QueryTypes } from 'sequelize'
import { raise, scopeOf } from './access.ts'
import type { Act } from './act.ts'
import { announceList } from './announce.ts'
import { foldWord, TaskLabelRow, wordColumns } from './label.ts'
import type { Scope } from './scope.ts'
import { TaskRow } from './task.ts'

const writable = `JOIN Tasks t ON t.id = w.taskId
  JOIN ListMembers m ON m.listId = t.listId AND m.personId = $me AND m.role <> 'viewer'`

/** Writes a word anew on every task that the person may change. A task that has the new word already just loses the old. */
export async function renameWord(act: Act, folded: string, name: string): Promise<void> {
  const sql = `SELECT DISTINCT t.listId FROM TaskLabels w ${writable} WHERE w.folded = $folded ORDER BY t.listId`
  const bind = { me: act.personId, folded }
  const lists = await act.platform.db.query<{ listId: string }>(sql, { bind, type: QueryTypes.SELECT })
  const held: { scope: Scope; version: number }[] = []
  for (const { listId } of lists)
    held.push({ scope: await scopeOf(act, 'list', listId), version: await raise(act, listId) })
  for (const { scope, version } of held) await renameIn(act, scope, version, folded, name)
}

async function renameIn(
  act: Act,
  scope: Scope,
  version: number,
  folded: string,
  name: string,
): Promise<void> {
  const ids = await withWord(act, scope.listId, folded)
  const both = folded === foldWord(name) ? [] : await withWord(act, scope.listId, foldWord(name))
  const hasNew = new Set(both)
  const words = wordColumns(name)
  for (const some of pieces(ids.filter((id) => hasNew.has(id))))
    await TaskLabelRow.destroy({ where: { folded, taskId: some } })
  for (const some of pieces(ids.filter((id) => !hasNew.has(id))))
    await TaskLabelRow.update(words, { where: { folded, taskId: some } })
  for (const some of pieces(ids))
    await TaskRow.update({ version, updatedAt: act.now }, { where: { id: some } })
  for (const id of ids) act.touched.tasks.add(id)
  await announceList(act, scope)
}

async function withWord({ platform }: Act, listId: string, folded: string): Promise<string[]> {
  const sql = `
    SELECT t.id FROM TaskLabels w JOIN Tasks t ON t.id = w.taskId
    WHERE w.folded = $folded AND t.listId = $listId`
  const bind = { listId, folded }
  const rows = await platform.db.query<{ id: string }>(sql, { bind, type: QueryTypes.SELECT })
  return rows.map(({ id }) => id)
}
