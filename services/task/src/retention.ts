import { setTimeout as wait } from 'node:timers/promises'
import type { Platform } from '@doable/service-kit/service'
import { Op } from 'sequelize'
import { raise, scopeOf } from './access.ts'
import { type Act, perform } from './act.ts'
import { announceList } from './announce.ts'
import { CommentRow } from './comment.ts'
import { eraseList } from './erasure.ts'
import { FilterRow } from './filter.ts'
import { LabelRow } from './label.ts'
import { ListRow } from './list.ts'
import { OperationRow } from './operation.ts'
import { SectionRow } from './section.ts'
import { TaskRow } from './task.ts'
import { erase } from './task-purge.ts'
import { readTasks } from './task-rows.ts'

const day = 24 * 60 * 60 * 1000
/** How long the trash, results of operations, and news nobody needs any more are kept. */
const keptFor = 30 * day
const every = 60 * 60 * 1000
const mostAtOnce = 500

/**
 * In the trash for 30 days. Both when the person did it, by their device, and when the server learnt of it count: a
 * device that was offline for a month does not lose what it just put into the trash.
 */
const old = (before: Date) => ({ trashedAt: { [Op.lt]: before }, updatedAt: { [Op.lt]: before } })

/** Erases what was kept long enough. */
export async function eraseOld(platform: Platform): Promise<void> {
  const before = new Date(platform.clock.now().getTime() - keptFor)
  await eraseTasks(platform, before)
  await eraseSections(platform, before)
  await eraseComments(platform, before)
  for (const { id, ownerId } of await ListRow.findAll({ where: old(before), raw: true }))
    await asOwner(platform, ownerId, async (act) => eraseList(act, await scopeOf(act, 'list', id)))
  await LabelRow.destroy({ where: old(before) })
  await FilterRow.destroy({ where: old(before) })
  await OperationRow.destroy({ where: { createdAt: { [Op.lt]: before } } })
  await forgetNews(platform, before)
}

const asOwner = (platform: Platform, personId: string, verb: (act: Act) => Promise<void>) =>
  perform(platform, { personId }, verb)

async function eraseTasks(platform: Platform, before: Date): Promise<void> {
  for (;;) {
    const where = old(before)
    const some = await TaskRow.findAll({ where, attributes: ['id', 'listId'], limit: mostAtOnce, raw: true })
    for (const [listId, rows] of Map.groupBy(some, (row) => row.listId)) {
      const ids = rows.map(({ id }) => id)
      await asOwner(platform, await ownerOf(listId), async (act) => {
        const scope = await scopeOf(act, 'list', listId)
        const version = await raise(act, listId)
        await erase(act, scope, await stillOld(platform, listId, ids, before), version)
      })
    }
    if (some.length < mostAtOnce) return
  }
}

/** Somebody may have restored some of them meanwhile. */
function stillOld(platform: Platform, listId: string, ids: string[], before: Date) {
  const among = `t.id IN ${platform.dialect.idsIn('$ids')} AND t.listId = $listId`
  const where = `Tasks t WHERE ${among} AND t.trashedAt < $before AND t.updatedAt < $before`
  return readTasks(platform, where, { ids: JSON.stringify(ids), listId, before })
}

async function eraseSections(platform: Platform, before: Date): Promise<void> {
  const sections = await SectionRow.findAll({ where: old(before), raw: true })
  for (const { id, listId } of sections)
    await asOwner(platform, await ownerOf(listId), async (act) => {
      const scope = await scopeOf(act, 'list', listId)
      const version = await raise(act, listId)
      if ((await SectionRow.count({ where: { id, ...old(before) } })) === 0) return
      await TaskRow.update({ sectionId: null, version, updatedAt: act.now }, { where: { sectionId: id } })
      await SectionRow.destroy({ where: { id } })
      await announceList(act, scope)
    })
}

/** What is left of a comment is that it is gone, which other devices have to learn. */
async function eraseComments(platform: Platform, before: Date): Promise<void> {
  for (;;) {
    const where = { ...old(before), text: { [Op.ne]: '' } }
    const some = await CommentRow.findAll({
      where,
      attributes: ['id', 'listId'],
      limit: mostAtOnce,
      raw: true,
    })
    for (const [listId, rows] of Map.groupBy(some, (row) => row.listId))
      await asOwner(platform, await ownerOf(listId), async (act) => {
        const scope = await scopeOf(act, 'list', listId)
        const version = await raise(act, listId)
        const ids = rows.map(({ id }) => id)
        await CommentRow.update({ text: '', version }, { where: { id: ids, listId, ...old(before) } })
        await announceList(act, scope)
      })
    if (some.length < mostAtOnce) return
  }
}

async function ownerOf(listId: string): Promise<string> {
  const list = await ListRow.findByPk(listId, { attributes: ['ownerId'], raw: true })
  return list?.ownerId ?? listId
}

/** The history of a task stays as long as the task; what was told about lists, and about tasks long gone, does not. */
async function forgetNews({ db, events }: Platform, before: Date): Promise<void> {
  const table = events.model.tableName
  const sql = `
    DELETE FROM ${table} WHERE publishedAt < $before
      AND (type NOT LIKE 'task.%' OR NOT EXISTS (SELECT 1 FROM Tasks t WHERE t.id = ${table}.subjectId))`
  await db.query(sql, { bind: { before } })
}

/** Erases every hour what was kept long enough, until stopped. */
export function startRetention(platform: Platform): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping
  const running = (async () => {
    while (!signal.aborted) {
      await eraseOld(platform).catch((err) => platform.log.error({ err }, 'what is old could not be erased'))
      await wait(every, undefined, { signal, ref: false }).catch(() => {})
    }
  })()
  return async () => {
    stopping.abort()
    await running
  }
}
