import type { List, ListMember, Member, Section } from '@doable/contracts/list'
import { flag, instant } from '@doable/service-kit/rows'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'

/** What to select of `Lists l JOIN ListMembers m` to make a list of it as that member sees it. */
const listColumns = `l.id, l.name, l.color, m.position, l.isInbox, l.ownerId, m.role,
  l.archivedAt, l.templateAt, l.trashedAt, l.createdAt, l.updatedAt, l.version`
const sectionColumns = 's.id, s.listId, s.name, s.position, s.trashedAt, s.createdAt, s.updatedAt, s.version'

/** A list in use: neither in the trash nor in the archive, and no template. */
export const inUse = 'l.trashedAt IS NULL AND l.archivedAt IS NULL AND l.templateAt IS NULL'

/** A list without those who share it, which are not looked up where only its version is wanted. */
export type BareList = Omit<List, 'memberCount' | 'members'>

/** A row of `listColumns`, whatever else it holds, as it goes over the wire. */
function listOf(row: Record<keyof BareList, unknown>): BareList {
  const { id, name, color, position, ownerId, role, version } = row as BareList
  return {
    id,
    name,
    color,
    position,
    isInbox: flag(row.isInbox),
    ownerId,
    role,
    archivedAt: instant(row.archivedAt, 'nullable'),
    templateAt: instant(row.templateAt, 'nullable'),
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
export async function readLists(platform: Platform, me: string, where: string, bind?: Bind): Promise<List[]> {
  return withMembers(platform, await readBareLists(platform, me, where, bind))
}

/** The same without those who share them. */
export async function readBareLists(
  { db }: Platform,
  me: string,
  where: string,
  bind: Bind = {},
): Promise<BareList[]> {
  const from = 'FROM ListMembers m JOIN Lists l ON l.id = m.listId WHERE m.personId = $me'
  const sql = `SELECT ${listColumns} ${from} AND ${where} ORDER BY m.position, l.id`
  const rows = await db.query<BareList>(sql, { bind: { ...bind, me }, type: QueryTypes.SELECT })
  return rows.map(listOf)
}

/** Lists with those who share them, in one statement more. */
export async function withMembers({ db, dialect }: Platform, lists: BareList[]): Promise<List[]> {
  if (lists.length === 0) return []
  const sql = `
    SELECT m.listId, p.id, p.name, m.role FROM ListMembers m JOIN People p ON p.id = m.personId
    WHERE m.listId IN ${dialect.idsIn('$ids')} ORDER BY m.createdAt, p.id`
  const bind = { ids: JSON.stringify(lists.map(({ id }) => id)) }
  const rows = await db.query<ListMember & { listId: string }>(sql, { bind, type: QueryTypes.SELECT })
  const byList = Map.groupBy(rows, ({ listId }) => listId)
  return lists.map((list) => {
    const members = (byList.get(list.id) ?? []).map(({ id, name, role }) => ({ id, name, role }))
    return { ...list, memberCount: members.length, members }
  })
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
