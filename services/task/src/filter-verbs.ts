import type { Filter, FilterPatch, NewFilter } from '@doable/contracts/filter'
import { newId } from '@doable/domain/ids'
import { problem } from '@doable/service-kit/problem'
import { flag, instant } from '@doable/service-kit/rows'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'
import { raiseOwn } from './access.ts'
import type { Act } from './act.ts'
import { announceOwn } from './announce.ts'
import { FilterRow } from './filter.ts'
import { endOf } from './place.ts'
import { readQuery } from './query-text.ts'

export const mostFilters = 500

const columns = 'id, name, query, color, favorite, position, trashedAt, createdAt, updatedAt, version'
const filterOf = (row: Filter): Filter => ({
  ...row,
  favorite: flag(row.favorite),
  trashedAt: instant(row.trashedAt, 'nullable'),
  createdAt: instant(row.createdAt),
  updatedAt: instant(row.updatedAt),
})

/** A person's filters by a condition, in their order. */
export async function readFilters({ db }: Platform, me: string, where: string, bind = {}): Promise<Filter[]> {
  const sql = `SELECT ${columns} FROM Filters WHERE ownerId = $me AND ${where} ORDER BY position, id`
  const rows = await db.query<Filter>(sql, { bind: { ...bind, me }, type: QueryTypes.SELECT })
  return rows.map(filterOf)
}

export const myFilters = (platform: Platform, me: string): Promise<Filter[]> =>
  readFilters(platform, me, 'trashedAt IS NULL')

/** @throws 404 `filter-not-found` */
async function answer({ platform, personId, touched }: Act, id: string): Promise<Filter> {
  touched.filters.add(id)
  const [filter] = await readFilters(platform, personId, 'id = $id', { id })
  if (!filter) throw problem(404, 'filter-not-found')
  return filter
}

/** Keeps a query under a name. @throws 400 `bad-query`, 409 `id-taken`, `too-many-filters` */
export async function createFilter(
  act: Act,
  { id = newId(), position, ...fields }: NewFilter,
): Promise<Filter> {
  readQuery(fields.query, '/query')
  const ownerId = act.personId
  const version = await raiseOwn(act)
  const taken = await FilterRow.findByPk(id, { raw: true })
  if (taken && taken.ownerId !== ownerId) throw problem(409, 'id-taken', 'This id belongs to another filter.')
  if (taken) return answer(act, id)
  if ((await FilterRow.count({ where: { ownerId } })) >= mostFilters)
    throw problem(409, 'too-many-filters', `Nobody can have more than ${mostFilters} filters.`)
  const place = position ?? (await endOf(act, 'Filters WHERE ownerId = $ownerId', { ownerId }))
  const stamps = { createdAt: act.at, updatedAt: act.now, trashedAt: null, version }
  await FilterRow.create({ id, ownerId, ...fields, position: place, ...stamps })
  await announceOwn(act)
  return answer(act, id)
}

/** @throws 400 `bad-query`, 404 `filter-not-found` */
export async function changeFilter(act: Act, id: string, patch: FilterPatch): Promise<Filter> {
  if (patch.query !== undefined) readQuery(patch.query, '/query')
  await change(act, id, () => patch as Partial<FilterRow>)
  return answer(act, id)
}

/** @throws 404 `filter-not-found` */
export const trashFilter = (act: Act, id: string): Promise<Filter> => setTrashed(act, id, act.at)

/** @throws 404 `filter-not-found` */
export const restoreFilter = (act: Act, id: string): Promise<Filter> => setTrashed(act, id, null)

async function setTrashed(act: Act, id: string, trashedAt: Date | null): Promise<Filter> {
  await change(act, id, (filter) =>
    (filter.trashedAt === null) === (trashedAt === null) ? undefined : { trashedAt },
  )
  return answer(act, id)
}

/** Changes a filter of the person's with the lock on their own things held; not where there is nothing to change. */
async function change(
  act: Act,
  id: string,
  changes: (filter: FilterRow) => Partial<FilterRow> | undefined,
): Promise<void> {
  const version = await raiseOwn(act)
  const filter = await FilterRow.findOne({ where: { id, ownerId: act.personId }, raw: true })
  if (!filter) throw problem(404, 'filter-not-found')
  const changed = changes(filter)
  if (!changed) return
  await FilterRow.update({ ...changed, version, updatedAt: act.now }, { where: { id } })
  await announceOwn(act)
}
