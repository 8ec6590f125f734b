import type { Dialect } from '@doable/service-kit/database'
import { flag } from '@doable/service-kit/rows'
import type { MemberRow } from './list.ts'

/** A list as one of its members may act on it. */
export type Scope = {
  listId: string
  name: string
  ownerId: string
  isInbox: boolean
  archived: boolean
  template: boolean
  trashed: boolean
  role: MemberRow['role']
  /** Everybody who may know what happens in it. */
  audience: string[]
  /** The list's version when it was read. */
  version: number
}

export type ScopeRow = {
  scopeId: string
  scopeName: string
  scopeOwnerId: string
  scopeIsInbox: unknown
  scopeArchivedAt: unknown
  scopeTemplateAt: unknown
  scopeTrashedAt: unknown
  scopeVersion: number
  role: MemberRow['role']
  audience: string
}

/** What to select of `Lists l JOIN ListMembers m`, m being the person's own, beside whatever else is selected. */
export const scopeColumns = (dialect: Dialect): string => `
  l.id AS scopeId, l.name AS scopeName, l.ownerId AS scopeOwnerId, l.isInbox AS scopeIsInbox,
  l.archivedAt AS scopeArchivedAt, l.templateAt AS scopeTemplateAt, l.trashedAt AS scopeTrashedAt,
  l.version AS scopeVersion, m.role,
  (SELECT ${dialect.joined('a.personId', ',', 'a.personId')} FROM ListMembers a WHERE a.listId = l.id) AS audience`

export const scopeFrom = (row: ScopeRow): Scope => ({
  listId: row.scopeId,
  name: row.scopeName,
  ownerId: row.scopeOwnerId,
  isInbox: flag(row.scopeIsInbox),
  archived: row.scopeArchivedAt !== null,
  template: row.scopeTemplateAt !== null,
  trashed: row.scopeTrashedAt !== null,
  role: row.role,
  audience: row.audience.split(','),
  version: row.scopeVersion,
})

/** Whether it is in use: what is in a list that is put away, and in a template, is nobody's news. */
export const isOpen = ({ archived, template, trashed }: Scope): boolean => !archived && !template && !trashed
