import type { Comment } from '@doable/contracts/comment'
import { Id } from '@doable/contracts/common'
import { problem } from '@doable/service-kit/problem'
import { instant } from '@doable/service-kit/rows'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'
import { oneTask } from './task-one.ts'

const columns = 'c.id, c.taskId, c.listId, c.authorId, c.createdAt, c.editedAt, c.trashedAt, c.version'
/** What was taken away is read only by those who can bring it back; the others learn that it is gone. */
const shownText = `CASE WHEN c.trashedAt IS NULL OR c.authorId = $me
  OR EXISTS (SELECT 1 FROM Lists l WHERE l.id = c.listId AND l.ownerId = $me) THEN c.text ELSE '' END AS text`
type Stored = Record<keyof Comment, unknown>

const commentOf = (row: Stored): Comment => ({
  ...(row as Comment),
  createdAt: instant(row.createdAt),
  editedAt: instant(row.editedAt, 'nullable'),
  trashedAt: instant(row.trashedAt, 'nullable'),
})

/** Comments as they are kept, by all that follows `FROM Comments c WHERE`. */
export const storedComments = (platform: Platform, where: string, bind: object): Promise<Comment[]> =>
  read(platform, 'c.text', where, bind)

/** The same as a person sees them who is in their lists. */
export const readComments = (
  platform: Platform,
  me: string,
  where: string,
  bind: object,
): Promise<Comment[]> => read(platform, shownText, where, { ...bind, me })

async function read({ db }: Platform, text: string, where: string, bind: object): Promise<Comment[]> {
  const rows = await db.query<Stored>(`SELECT ${columns}, ${text} FROM Comments c WHERE ${where}`, {
    bind: bind as Record<string, unknown>,
    type: QueryTypes.SELECT,
  })
  return rows.map(commentOf)
}

const mine = 'EXISTS (SELECT 1 FROM ListMembers m WHERE m.listId = c.listId AND m.personId = $me)'

/** Those of the comments that a person may see. */
export function commentsIn(platform: Platform, me: string, ids: string[]): Promise<Comment[]> {
  const among = `c.id IN ${platform.dialect.idsIn('$ids')}`
  return readComments(platform, me, `${among} AND ${mine}`, { ids: JSON.stringify(ids) })
}

/** @throws 404 `comment-not-found` */
export async function oneComment(platform: Platform, me: string, id: string): Promise<Comment> {
  const [comment] = await readComments(platform, me, `c.id = $id AND ${mine}`, { id })
  if (!comment) throw problem(404, 'comment-not-found')
  return comment
}

const later = `EXISTS (SELECT 1 FROM Comments x WHERE x.id = $after
  AND (c.createdAt > x.createdAt OR (c.createdAt = x.createdAt AND c.id > x.id)))`

type Page = { cursor?: string | undefined; limit: number }

/**
 * A page of what was said about a task, the oldest first; the cursor is the last comment before it.
 * @throws 404 `task-not-found`, 400 `bad-cursor`
 */
export async function commentPage(platform: Platform, me: string, taskId: string, { cursor, limit }: Page) {
  await oneTask(platform, me, taskId)
  if (cursor !== undefined && !Id.safeParse(cursor).success) throw problem(400, 'bad-cursor')
  const where = ['c.taskId = $taskId', 'c.trashedAt IS NULL', ...(cursor ? [later] : [])].join(' AND ')
  const order = `ORDER BY c.createdAt, c.id ${platform.dialect.first('$rows')}`
  const bind = { taskId, rows: limit + 1, ...(cursor && { after: cursor }) }
  const rows = await readComments(platform, me, `${where} ${order}`, bind)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
