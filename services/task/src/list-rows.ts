import type { List, Member, Section } from '@doable/contracts/list'
import { flag, instant } from '@doable/service-kit/rows'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'

/** What to select of `Lists l JOIN ListMembers m` to make a list of it as that member sees it. */
export const listColumns = `l.id, l.name, l.color, m.position, l.isInbox, l.ownerId, m.role,
  (SELECT COUNT(*) FROM ListMembers c WHERE c.listId = l.id) AS memberCount,
  l.archivedAt, l.trashedAt, l.createdAt, l.updatedAt, l.version`
const sectionColumns = 's.id, s.listId, s.name, s.position, s.trashedAt, s.createdAt, s.updatedAt, s.version'

/** A row of `listColumns`, whatever else it holds, as it goes over the wire. */
export function listOf(row: Record<keyof List, unknown>): List {
  const { id, name, color, position, ownerId, role, memberCount, version } = row as List
  return {
    id,
    name,
    color,
    position,
    isInbox: flag(row.isInbox),
    ownerId,
    role,
    memberCount: Number(memberCount),
    archivedAt: instant(row.archivedAt, 'nullable'),
    trashedAt: instant(row.trashedAt, 'nullable'),
    createdAt: instant(row.createdAt),
    updatedAt: instant(row.updatedAt),
    version,
  }
}

export const sectionOf = (row: Section): Section => ({
  ...row,
  trashedAt: instant(row.trashedAt, 'nullable'),
  createdAt: instant(row.createdAt),
  updatedAt: instant(row.updatedAt),
})

type Bind = Record<string, unknown>

/** A person's lists by a condition on `l` and `m`, in the person's order. */
export async function readLists(
  { db }: Platform,
  me: string,
  where: string,
  bind: Bind = {},
): Promise<List[]> {
  const from = 'FROM ListMembers m JOIN Lists l ON l.id = m.listId WHERE m.personId = $me'
  const sql = `SELECT ${listColumns} ${from} AND ${where} ORDER BY m.position, l.id`
  const rows = await db.query<List>(sql, { bind: { ...bind, me }, type: QueryTypes.SELECT })
  return rows.map(listOf)
}

/** Sections by a condition on `Sections s`, of lists the person is in. */
export async function readSections(
  { db }: Platform,
  me: string,
  where: string,
  bind: Bind,
): Promise<Section[]> {
  const mine = 'EXISTS (SELECT 1 FROM ListMembers m WHERE m.listId = s.listId AND m.personId = $me)'
  const sql = `SELECT ${sectionColumns} FROM Sections s WHERE ${where} AND ${mine} ORDER BY s.position, s.id`
  const rows = await db.query<Section>(sql, { bind: { ...bind, me }, type: QueryTypes.SELECT })
  return rows.map(sectionOf)
}

export async function readMembers({ db }: Platform, listId: string): Promise<Member[]> {
  const sql = `
    SELECT p.id AS personId, p.name, COALESCE(p.email, '') AS email, m.role
    FROM ListMembers m JOIN People p ON p.id = m.personId
    WHERE m.listId = $listId ORDER BY m.createdAt, p.id`
  return db.query<Member>(sql, { bind: { listId }, type: QueryTypes.SELECT })
}
