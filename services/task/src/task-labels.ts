import { newId } from '@doable/domain/ids'
import { keysBetween } from '@doable/domain/ordering'
import { raiseOwn } from './access.ts'
import type { Act } from './act.ts'
import { announceOwn } from './announce.ts'
import { distinctWords, foldWord, LabelRow, TaskLabelRow, wordColumns } from './label.ts'
import { endOf } from './place.ts'

export const mostLabels = 1000

/** Puts words on a task in place of those it has. Words that are new to the person get an entry among their labels. */
export async function setWords(
  act: Act,
  taskId: string,
  words: readonly string[],
  isNew = false,
): Promise<void> {
  if (!isNew) await TaskLabelRow.destroy({ where: { taskId } })
  if (words.length === 0) return
  const rows = distinctWords(words).map((label, place) => ({ ...wordColumns(label), taskId, place }))
  await TaskLabelRow.bulkCreate(rows)
  await meetWords(act, words)
}

/** Without an entry a word is shown in gray, so beyond the most there may be none is made and nothing is refused. */
async function meetWords(act: Act, words: readonly string[]): Promise<void> {
  const ownerId = act.personId
  const known = await LabelRow.findAll({
    where: { ownerId, trashedAt: null, folded: words.map(foldWord) },
    attributes: ['folded'],
    raw: true,
  })
  const has = new Set(known.map(({ folded }) => folded))
  const unknown = distinctWords(words).filter((word) => !has.has(foldWord(word)))
  if (unknown.length === 0 || (await LabelRow.count({ where: { ownerId } })) + unknown.length > mostLabels)
    return
  const version = await raiseOwn(act)
  const last = await endOf(act, 'Labels WHERE ownerId = $ownerId', { ownerId })
  const positions = [last, ...keysBetween(last, null, unknown.length - 1)]
  const stamps = { version, createdAt: act.at, updatedAt: act.now, trashedAt: null, color: 'gray', ownerId }
  const rows = unknown.map((name, at) => ({
    ...stamps,
    id: newId(),
    name,
    folded: foldWord(name),
    position: positions[at] as string,
  }))
  await LabelRow.bulkCreate(rows)
  for (const { id } of rows) act.touched.labels.add(id)
  await announceOwn(act)
}
