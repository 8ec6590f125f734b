import { problem } from '@doable/service-kit/problem'
import { QueryTypes } from 'sequelize'
import type { Act } from './act.ts'
import { makeInbox } from './inbox.ts'
import { type Scope, type ScopeRow, scopeColumns, scopeFrom } from './scope.ts'

const through = {
  list: 'Lists l',
  section: 'Sections x JOIN Lists l ON l.id = x.listId',
  task: 'Tasks x JOIN Lists l ON l.id = x.listId',
  comment: 'Comments x JOIN Lists l ON l.id = x.listId',
}
type Noun = keyof typeof through

/**
 * The list that a list, section, task or comment id leads to, with all its members, read in one statement.
 * @throws 404 `list-not-found`, `section-not-found`, `task-not-found`, `comment-not-found`, also for what exists but is not the person's
 */
export async function scopeOf(act: Act, noun: Noun, id: string): Promise<Scope> {
  const found = (await seen(act, noun, id)) ?? (await ownInbox(act, noun, id))
  if (!found) throw problem(404, `${noun}-not-found`)
  return found
}

/** The same for whoever may change things in it. @throws 403 `read-only` */
export async function editable(act: Act, noun: Noun, id: string): Promise<Scope> {
  return writable(await scopeOf(act, noun, id))
}

/** @throws 403 `read-only` */
export function writable(scope: Scope): Scope {
  if (scope.role === 'viewer') throw problem(403, 'read-only', 'You may look at this list but not change it.')
  return scope
}

/** A list to put things into. @throws 409 `list-trashed` */
export async function fillable(act: Act, listId: string): Promise<Scope> {
  const scope = await editable(act, 'list', listId)
  if (scope.trashed) throw problem(409, 'list-trashed', 'This list is in the trash; restore it first.')
  return scope
}

/** The list an id leads to, undefined where the person must not know of it. */
export async function seen({ platform, personId }: Act, noun: Noun, id: string): Promise<Scope | undefined> {
  const { db, dialect } = platform
  const from = `${through[noun]} JOIN ListMembers m ON m.listId = l.id AND m.personId = $me`
  const sql = `SELECT ${scopeColumns(dialect)} FROM ${from} WHERE ${noun === 'list' ? 'l' : 'x'}.id = $id`
  const bind = { id, me: personId }
  const [row] = await db.query<ScopeRow>(sql, { bind, type: QueryTypes.SELECT })
  return row && scopeFrom(row)
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
