import type { Label, LabelPatch, NewLabel } from '@doable/contracts/label'
import { newId } from '@doable/domain/ids'
import { problem } from '@doable/service-kit/problem'
import { instant } from '@doable/service-kit/rows'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'
import { raiseOwn } from './access.ts'
import type { Act } from './act.ts'
import { announceOwn } from './announce.ts'
import { foldWord, LabelRow } from './label.ts'
import { renameWord } from './label-rename.ts'
import { endOf } from './place.ts'
import { mostLabels } from './task-labels.ts'

const columns = 'id, name, color, position, trashedAt, createdAt, updatedAt, version'
const labelOf = (row: Label): Label => ({
  ...row,
  trashedAt: instant(row.trashedAt, 'nullable'),
  createdAt: instant(row.createdAt),
  updatedAt: instant(row.updatedAt),
})

/** A person's labels by a condition, in their order. */
export async function readLabels({ db }: Platform, me: string, where: string, bind = {}): Promise<Label[]> {
  const sql = `SELECT ${columns} FROM Labels WHERE ownerId = $me AND ${where} ORDER BY position, id`
  const rows = await db.query<Label>(sql, { bind: { ...bind, me }, type: QueryTypes.SELECT })
  return rows.map(labelOf)
}

export const myLabels = (platform: Platform, me: string): Promise<Label[]> =>
  readLabels(platform, me, 'trashedAt IS NULL')

/** @throws 404 `label-not-found` */
async function answer({ platform, personId, touched }: Act, id: string): Promise<Label> {
  touched.labels.add(id)
  const [label] = await readLabels(platform, personId, 'id = $id', { id })
  if (!label) throw problem(404, 'label-not-found')
  return label
}

/**
 * Makes an entry for a word. A word has one entry: where there is one already, under whatever id, it is the answer, so
 * that two devices that make the same label while offline both end up with it.
 * @throws 409 `id-taken`, `too-many-labels`
 */
export async function createLabel(
  act: Act,
  { id = newId(), name, color, position }: NewLabel,
): Promise<Label> {
  const ownerId = act.personId
  const version = await raiseOwn(act)
  const taken = await LabelRow.findByPk(id, { raw: true })
  if (taken && taken.ownerId !== ownerId) throw problem(409, 'id-taken', 'This id belongs to another label.')
  const known = taken ?? (await entryOf(ownerId, name))
  if (known) return answer(act, known.id)
  if ((await LabelRow.count({ where: { ownerId } })) >= mostLabels)
    throw problem(409, 'too-many-labels', `Nobody can have more than ${mostLabels} labels.`)
  const place = position ?? (await endOf(act, 'Labels WHERE ownerId = $ownerId', { ownerId }))
  const stamps = { createdAt: act.at, updatedAt: act.now, trashedAt: null, version }
  await LabelRow.create({ id, ownerId, name, folded: foldWord(name), color, position: place, ...stamps })
  await announceOwn(act)
  return answer(act, id)
}

const entryOf = (ownerId: string, name: string) =>
  LabelRow.findOne({ where: { ownerId, folded: foldWord(name), trashedAt: null }, raw: true })

/** Changes an entry; a new name goes to every task the person may change. @throws 404 `label-not-found`, 409 `label-exists` */
export async function changeLabel(act: Act, id: string, patch: LabelPatch): Promise<Label> {
  const { version, label } = await hold(act, id)
  const { name } = patch
  const renamed = name !== undefined && name !== label.name
  if (renamed && !label.trashedAt) await checkFree(label, name)
  const word = renamed ? { folded: foldWord(name) } : {}
  const changes = { ...(patch as Partial<LabelRow>), ...word, version, updatedAt: act.now }
  await LabelRow.update(changes, { where: { id } })
  if (renamed) await renameWord(act, label.folded, name)
  await announceOwn(act)
  return answer(act, id)
}

/** Takes an entry away; tasks keep the word. @throws 404 `label-not-found` */
export const trashLabel = (act: Act, id: string): Promise<Label> => setTrashed(act, id, act.at)

/** @throws 404 `label-not-found`, 409 `label-exists` where the word has a new entry by now */
export const restoreLabel = (act: Act, id: string): Promise<Label> => setTrashed(act, id, null)

async function setTrashed(act: Act, id: string, trashedAt: Date | null): Promise<Label> {
  const { version, label } = await hold(act, id)
  if ((label.trashedAt === null) === (trashedAt === null)) return answer(act, id)
  if (trashedAt === null) await checkFree(label, label.name)
  await LabelRow.update({ trashedAt, version, updatedAt: act.now }, { where: { id } })
  await announceOwn(act)
  return answer(act, id)
}

/** A label of the person's, with the lock on their own things held. */
async function hold(act: Act, id: string): Promise<{ version: number; label: LabelRow }> {
  const version = await raiseOwn(act)
  const label = await LabelRow.findOne({ where: { id, ownerId: act.personId }, raw: true })
  if (!label) throw problem(404, 'label-not-found')
  return { version, label }
}

async function checkFree({ id, ownerId }: LabelRow, name: string): Promise<void> {
  const entry = await entryOf(ownerId, name)
  if (entry && entry.id !== id) throw problem(409, 'label-exists', 'There is a label of this name already.')
}
