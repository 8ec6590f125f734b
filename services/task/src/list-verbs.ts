import type { List, ListPatch, NewList } from '@doable/contracts/list'
import { newId } from '@doable/domain/ids'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { editable, raise, scopeOf, seen } from './access.ts'
import type { Act } from './act.ts'
import { announceList } from './announce.ts'
import { ensureInbox, makeInbox } from './inbox.ts'
import { ListRow, MemberRow } from './list.ts'
import { type BareList, readBareLists, readLists, withMembers } from './list-rows.ts'
import { newPlace } from './membership.ts'
import type { Scope } from './scope.ts'

const states = {
  active: 'l.trashedAt IS NULL AND l.archivedAt IS NULL',
  archived: 'l.trashedAt IS NULL AND l.archivedAt IS NOT NULL',
  trashed: 'l.trashedAt IS NOT NULL',
  all: '1 = 1',
}

/** A person's lists in their order; the Inbox is there from the first look on. */
export async function myLists(platform: Platform, me: string, status: keyof typeof states): Promise<List[]> {
  const lists = await readLists(platform, me, states[status])
  const complete = lists.some(({ isInbox }) => isInbox) || status === 'archived' || status === 'trashed'
  if (complete || !(await ensureInbox(platform, me))) return lists
  return readLists(platform, me, states[status])
}

/** @throws 404 `list-not-found` */
export async function oneList(platform: Platform, me: string, id: string): Promise<List> {
  const [list] = await withMembers(platform, [await bareList(platform, me, id)])
  return list as List
}

/** The same where it is not asked who shares it. @throws 404 `list-not-found` */
export async function bareList(platform: Platform, me: string, id: string): Promise<BareList> {
  const [list] = await readBareLists(platform, me, 'l.id = $id', { id })
  if (list) return list
  if (id === me && (await ensureInbox(platform, me))) return bareList(platform, me, id)
  throw problem(404, 'list-not-found')
}

const answer = ({ platform, personId, touched }: Act, id: string): Promise<List> => {
  touched.lists.add(id)
  return oneList(platform, personId, id)
}

/** @throws 409 `id-taken`, `too-many-lists` */
export async function createList(act: Act, { id = newId(), name, color, position }: NewList): Promise<List> {
  const { platform, personId, at, now } = act
  await makeInbox(platform, act.tx, personId)
  if (await ListRow.findByPk(id, { attributes: ['id'] })) {
    const known = await seen(act, 'list', id)
    if (known?.role !== 'owner') throw problem(409, 'id-taken', 'This id belongs to another list.')
    return answer(act, id)
  }
  const place = await newPlace(act, personId)
  const stamps = { createdAt: at, updatedAt: now, archivedAt: null, trashedAt: null, version: 1 }
  await ListRow.create({ id, ownerId: personId, name, color, isInbox: false, ...stamps })
  const member = { listId: id, personId, role: 'owner', createdAt: at } as const
  await MemberRow.create({ ...member, position: position ?? place.position })
  await announceList(act, await scopeOf(act, 'list', id))
  return answer(act, id)
}

/**
 * Changes a list for all its members; its place is each member's own, so a viewer may change that.
 * @throws 403 `read-only`, `owner-only` for archiving, 409 `inbox-fixed`
 */
export async function changeList(act: Act, id: string, patch: ListPatch): Promise<List> {
  const { position, archived, ...looks } = patch
  const common = archived !== undefined || looks.name !== undefined || looks.color !== undefined
  const scope = await (common ? editable(act, 'list', id) : scopeOf(act, 'list', id))
  if (archived !== undefined) ownerOnly(scope)
  if (scope.isInbox && (looks.name !== undefined || archived)) throw inboxFixed()
  await raise(act, id)
  if (position !== undefined)
    await MemberRow.update({ position }, { where: { listId: id, personId: act.personId } })
  const archivedAt = archived ? act.at : null
  const again = archived === true && scope.archived
  const changes = { ...looks, ...(archived !== undefined && !again && { archivedAt }) }
  if (common) await ListRow.update({ ...changes, updatedAt: act.now }, { where: { id } })
  const name = looks.name ?? scope.name
  const audience = common ? scope.audience : [act.personId]
  await announceList(act, { ...scope, name, archived: archived ?? scope.archived }, audience)
  return answer(act, id)
}

/** @throws 403 `owner-only`, 409 `inbox-fixed` */
export const trashList = (act: Act, id: string): Promise<List> => setTrashed(act, id, act.at)

/** @throws 403 `owner-only` */
export const restoreList = (act: Act, id: string): Promise<List> => setTrashed(act, id, null)

async function setTrashed(act: Act, id: string, trashedAt: Date | null): Promise<List> {
  const scope = await scopeOf(act, 'list', id)
  ownerOnly(scope)
  if (scope.isInbox && trashedAt) throw inboxFixed()
  const trashed = trashedAt !== null
  if (scope.trashed === trashed) return answer(act, id)
  await raise(act, id)
  await ListRow.update({ trashedAt, updatedAt: act.now }, { where: { id } })
  await announceList(act, { ...scope, trashed })
  return answer(act, id)
}

export function ownerOnly(scope: Scope): void {
  if (scope.role !== 'owner') throw problem(403, 'owner-only', 'Only the owner of the list may do this.')
}

const inboxFixed = () =>
  problem(409, 'inbox-fixed', 'The Inbox cannot be renamed, archived, shared or moved to the trash.')
