import type { PageView, ViewPatch, ViewSettings } from '@doable/contracts/view'
import { merged } from '@doable/domain/view-settings'
import { problem } from '@doable/service-kit/problem'
import { instant, json } from '@doable/service-kit/rows'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'
import { raiseOwn } from './access.ts'
import type { Act } from './act.ts'
import { announceOwn } from './announce.ts'
import { ViewRow } from './view.ts'

/** More than the lists, labels and filters a person may have. */
export const mostViews = 3000

const viewOf = (row: PageView): PageView => ({
  ...row,
  settings: json<ViewSettings>(row.settings),
  createdAt: instant(row.createdAt),
  updatedAt: instant(row.updatedAt),
})

/** How a person looks at pages, by a condition. */
export async function readViews({ db }: Platform, me: string, where: string, bind = {}): Promise<PageView[]> {
  const sql = `SELECT id, settings, createdAt, updatedAt, version FROM Views WHERE ownerId = $me AND ${where} ORDER BY id`
  const rows = await db.query<PageView>(sql, { bind: { ...bind, me }, type: QueryTypes.SELECT })
  return rows.map(viewOf)
}

export const myViews = (platform: Platform, me: string): Promise<PageView[]> =>
  readViews(platform, me, 'version > 0')

/**
 * Changes how a person looks at a page, each setting by itself, so that two devices changing two keep both.
 * @throws 409 `too-many-views`
 */
export async function setView(act: Act, id: string, patch: ViewPatch): Promise<PageView> {
  const { personId: ownerId, now: updatedAt } = act
  const version = await raiseOwn(act)
  const known = await ViewRow.findOne({ where: { ownerId, id }, raw: true })
  const settings = merged(known ? json<ViewSettings>(known.settings) : {}, patch)
  const changes = { settings: JSON.stringify(settings), version, updatedAt }
  if (known) await ViewRow.update(changes, { where: { ownerId, id } })
  else await checkRoom(ownerId)
  if (!known) await ViewRow.create({ ownerId, id, ...changes, createdAt: act.at })
  await announceOwn(act)
  act.touched.views.add(id)
  const createdAt = known?.createdAt ?? act.at
  return { id, settings, version, createdAt: instant(createdAt), updatedAt: instant(updatedAt) }
}

async function checkRoom(ownerId: string): Promise<void> {
  if ((await ViewRow.count({ where: { ownerId } })) >= mostViews)
    throw problem(409, 'too-many-views', `Nobody can keep settings of more than ${mostViews} pages.`)
}
