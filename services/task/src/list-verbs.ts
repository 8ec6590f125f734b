import type { List, ListPatch, NewList } from '@doable/contracts/list'
import { newId } from '@doable/domain/ids'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { editable, raise, scopeOf, seen } from './access.ts'
import type { Act } from './act.ts'
import { announceList } from './announce.ts'
import { ensureInbox, makeInbox } from './inbox.ts'
import { ListRow, MemberRow } from './list.ts'
import { type BareList, inUse, readBareLists, readLists, withMembers } from './list-rows.ts'
import { newPlace } from './membership.ts'
import type { Scope } from './scope.ts'

const states = {
  active: inUse,
  archived: 'l.trashedAt IS NULL AND l.archivedAt IS NOT NULL AND l.templateAt IS NULL',
  template: 'l.trashedAt IS NULL AND l.templateAt IS NOT NULL',
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
export async function createList(act: Act, wanted: NewList): Promise<List> {
  const { id = newId(), name, color, position, template } = wanted
  const { platform, personId, at, now } = act
  await makeInbox(platform, act.tx, personId)
  if (await ListRow.findByPk(id, { attributes: ['id'] })) {
    const known = await seen(act, 'list', id)
    if (known?.role !== 'owner') throw problem(409, 'id-taken', 'This id belongs to another list.')
    return answer(act, id)
  }
  const place = await newPlace(act, personId)
  const marks = { archivedAt: null, templateAt: template ? at : null, trashedAt: null }
  const stamps = { createdAt: at, updatedAt: now, ...marks, version: 1 }
  await ListRow.create({ id, ownerId: personId, name, color, isInbox: false, ...stamps })
  const member = { listId: id, personId, role: 'owner', createdAt: at } as const
  await MemberRow.create({ ...member, position: position ?? place.position })
  await announceList(act, await scopeOf(act, 'list', id))
  return answer(act, id)
}

/**
 * Changes a list for all its members; its place is each member's own, so a viewer may change that.
 * @throws 403 `read-only`, `owner-only` for archiving and templates, 409 `inbox-fixed`, `template-shared`, `template-archived`
 */
export async function changeList(act: Act, id: string, patch: ListPatch): Promise<List> {
  const { position, archived, template, ...looks } = patch
  const common = Object.keys(patch).some((name) => name !== 'position')
  const scope = await (common ? editable(act, 'list', id) : scopeOf(act, 'list', id))
  if (archived !== undefined || template !== undefined) ownerOnly(scope)
  if (scope.isInbox && (looks.name !== undefined || archived || template)) throw inboxFixed()
  const now = (await raise(act, id)) === scope.version + 1 ? scope : await scopeOf(act, 'list', id)
  const after = { archived: archived ?? now.archived, template: template ?? now.template }
  const changed = { ...now, ...after, name: looks.name ?? now.name }
  mayBeTemplate(changed)
  if (position !== undefined)
    await MemberRow.update({ position }, { where: { listId: id, personId: act.personId } })
  const marks = {
    ...(after.archived !== now.archived && { archivedAt: after.archived ? act.at : null }),
    ...(after.template !== now.template && { templateAt: after.template ? act.at : null }),
  }
  if (common) await ListRow.update({ ...looks, ...marks, updatedAt: act.now }, { where: { id } })
  await announceList(act, changed, common ? now.audience : [act.personId])
  return answer(act, id)
}

/** A template is its owner's alone, and in use or gone. */
function mayBeTemplate({ template, archived, audience }: Scope): void {
  if (!template) return
  if (audience.length > 1) throw templateShared()
  if (archived) throw problem(409, 'template-archived', 'A template cannot be in the archive.')
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

export const templateShared = () =>
  problem(409, 'template-shared', 'A template cannot be shared; share a list that is made of it.')

const inboxFixed = () =>
  problem(409, 'inbox-fixed', 'The Inbox cannot be renamed, archived, shared or moved to the trash.')
