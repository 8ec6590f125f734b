import { problem } from '@doable/service-kit/problem'
import { flag } from '@doable/service-kit/rows'
import { QueryTypes } from 'sequelize'
import type { Act } from './act.ts'
import { makeInbox } from './inbox.ts'
import type { MemberRow } from './list.ts'

/** A list as one of its members may act on it. */
export type Scope = {
  listId: string
  name: string
  ownerId: string
  isInbox: boolean
  archived: boolean
  trashed: boolean
  role: MemberRow['role']
  /** Everybody who may know what happens in it. */
  audience: string[]
}
type Found = Omit<Scope, 'audience' | 'archived' | 'trashed' | 'isInbox'> & {
  personId: string
  isInbox: unknown
  archivedAt: unknown
  trashedAt: unknown
}

const select = `SELECT l.id AS listId, l.name, l.ownerId, l.isInbox, l.archivedAt, l.trashedAt, m.personId, m.role`
const members = 'JOIN ListMembers m ON m.listId = l.id'
const through = {
  list: `${select} FROM Lists l ${members} WHERE l.id = $id`,
  section: `${select} FROM Sections x JOIN Lists l ON l.id = x.listId ${members} WHERE x.id = $id`,
  task: `${select} FROM Tasks x JOIN Lists l ON l.id = x.listId ${members} WHERE x.id = $id`,
}

/**
 * The list that a list, section or task id leads to, with all its members, read in one statement.
 * @throws 404 `list-not-found`, `section-not-found`, `task-not-found`, also for what exists but is not the person's
 */
export async function scopeOf(act: Act, noun: keyof typeof through, id: string): Promise<Scope> {
  const found = (await seen(act, noun, id)) ?? (await ownInbox(act, noun, id))
  if (!found) throw problem(404, `${noun}-not-found`)
  return found
}

/** The same for whoever may change things in it. @throws 403 `read-only` */
export async function editable(act: Act, noun: keyof typeof through, id: string): Promise<Scope> {
  const scope = await scopeOf(act, noun, id)
  if (scope.role === 'viewer') throw problem(403, 'read-only', 'You may look at this list but not change it.')
  return scope
}

/** A list to put things into. @throws 409 `list-trashed` */
export async function fillable(act: Act, listId: string): Promise<Scope> {
  const scope = await editable(act, 'list', listId)
  if (scope.trashed) throw problem(409, 'list-trashed', 'This list is in the trash; restore it first.')
  return scope
}

/** The same, undefined where the person must not know of it. */
export async function seen(act: Act, noun: keyof typeof through, id: string): Promise<Scope | undefined> {
  const rows = await act.platform.db.query<Found>(through[noun], { bind: { id }, type: QueryTypes.SELECT })
  const own = rows.find(({ personId }) => personId === act.personId)
  if (!own) return undefined
  const { listId, name, ownerId, role, archivedAt, trashedAt } = own
  const state = { isInbox: flag(own.isInbox), archived: archivedAt !== null, trashed: trashedAt !== null }
  return { listId, name, ownerId, role, ...state, audience: rows.map(({ personId }) => personId) }
}

/** Somebody may use their Inbox before this service has heard that they registered. */
async function ownInbox(act: Act, noun: string, id: string): Promise<Scope | undefined> {
  if (noun !== 'list' || id !== act.personId) return undefined
  await makeInbox(act.platform, act.tx, act.personId)
  return seen(act, 'list', id)
}

/** The list's next version, which also keeps everybody else from changing the list until this transaction ends. */
export async function raise({ platform, tx }: Act, listId: string): Promise<number> {
  const { db, dialect } = platform
  const version = await dialect.increment(db, 'Lists', 'version', listId, { transaction: tx })
  if (version === undefined) throw problem(404, 'list-not-found')
  return version
}

/** The same for a person's own things: their labels. */
export async function raiseOwn({ platform, tx, personId }: Act): Promise<number> {
  const { db, dialect } = platform
  const next = () => dialect.increment(db, 'People', 'version', personId, { transaction: tx })
  const version = await next()
  if (version !== undefined) return version
  await makeInbox(platform, tx, personId)
  return (await next()) as number
}
