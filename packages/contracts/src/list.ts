import { z } from 'zod'
import { ById, Color, Id, Instant, oneLine, Position } from './common.ts'
import { route } from './route.ts'

const listFields = { name: oneLine(200), color: Color, position: Position }
export const Role = z.enum(['owner', 'editor', 'viewer'])

/** Somebody who shares a list, as the others see them. The name is empty until the service has heard it. */
export const ListMember = z.strictObject({ id: Id, name: z.string(), role: Role }).meta({ id: 'ListMember' })

/** A list as one of its members sees it: `position` and `role` are that member's own. */
export const List = z
  .strictObject({
    id: Id,
    ...listFields,
    isInbox: z.boolean(),
    ownerId: Id,
    role: Role,
    memberCount: z.int(),
    /** Everybody who shares it, the owner first, then in the order in which they joined. */
    members: z.array(ListMember),
    archivedAt: Instant.nullable(),
    /** Since when it is a template: a pattern to make lists of, whose tasks stand nowhere but in it. */
    templateAt: Instant.nullable(),
    trashedAt: Instant.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'List' })
export const NewList = z.strictObject({
  id: Id.optional(),
  name: listFields.name,
  color: Color.default('gray'),
  position: Position.optional(),
  /** To make a template. */
  template: z.boolean().optional(),
})
export const ListPatch = z
  .strictObject({ ...listFields, archived: z.boolean(), template: z.boolean() })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'nothing to change')

const sectionFields = { name: oneLine(200), position: Position }
export const Section = z
  .strictObject({
    id: Id,
    listId: Id,
    ...sectionFields,
    trashedAt: Instant.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Section' })
export const NewSection = z.strictObject({
  id: Id.optional(),
  listId: Id,
  name: sectionFields.name,
  position: Position.optional(),
})
export const SectionPatch = z
  .strictObject(sectionFields)
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'nothing to change')

export const Member = z
  .strictObject({ personId: Id, name: z.string(), email: z.string(), role: Role })
  .meta({ id: 'Member' })
const member = z.strictObject({ id: Id, personId: Id })
const items = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item) })

export const listApi = {
  lists: route({
    method: 'GET',
    path: '/api/lists',
    summary: 'My lists, in my order',
    query: z.strictObject({
      status: z.enum(['active', 'archived', 'template', 'trashed', 'all']).default('active'),
    }),
    ok: items(List),
    status: 200,
  }),
  createList: route({
    method: 'POST',
    path: '/api/lists',
    summary: 'Make a list',
    body: NewList,
    ok: List,
    status: 201,
  }),
  list: route({
    method: 'GET',
    path: '/api/lists/:id',
    summary: 'One list',
    params: ById,
    ok: List,
    status: 200,
  }),
  changeList: route({
    method: 'PATCH',
    path: '/api/lists/:id',
    summary: 'Rename, recolour, reorder or archive a list, or make a template of it',
    params: ById,
    body: ListPatch,
    ok: List,
    status: 200,
  }),
  trashList: route({
    method: 'DELETE',
    path: '/api/lists/:id',
    summary: 'Move a list to the trash',
    params: ById,
    status: 204,
  }),
  restoreList: route({
    method: 'POST',
    path: '/api/lists/:id/restore',
    summary: 'Bring a list back from the trash',
    params: ById,
    ok: List,
    status: 200,
  }),
  sections: route({
    method: 'GET',
    path: '/api/lists/:id/sections',
    summary: 'The sections of a list, in order',
    params: ById,
    ok: items(Section),
    status: 200,
  }),
  createSection: route({
    method: 'POST',
    path: '/api/sections',
    summary: 'Add a section to a list',
    body: NewSection,
    ok: Section,
    status: 201,
  }),
  changeSection: route({
    method: 'PATCH',
    path: '/api/sections/:id',
    summary: 'Rename or reorder a section',
    params: ById,
    body: SectionPatch,
    ok: Section,
    status: 200,
  }),
  trashSection: route({
    method: 'DELETE',
    path: '/api/sections/:id',
    summary: 'Remove a section; its tasks stay in the list without one',
    params: ById,
    status: 204,
  }),
  restoreSection: route({
    method: 'POST',
    path: '/api/sections/:id/restore',
    summary: 'Bring a section back, its tasks with it',
    params: ById,
    ok: Section,
    status: 200,
  }),
  members: route({
    method: 'GET',
    path: '/api/lists/:id/members',
    summary: 'Who shares a list',
    params: ById,
    ok: items(Member),
    status: 200,
  }),
  addMember: route({
    method: 'POST',
    path: '/api/lists/:id/members',
    summary: 'Share a list with somebody who has an account',
    params: ById,
    body: z.strictObject({ email: z.email().max(254), role: z.enum(['editor', 'viewer']) }),
    ok: Member,
    status: 201,
  }),
  removeMember: route({
    method: 'DELETE',
    path: '/api/lists/:id/members/:personId',
    summary: 'Stop sharing a list with somebody, or leave it',
    params: member,
    status: 204,
  }),
}
export type List = z.infer<typeof List>
export type NewList = z.infer<typeof NewList>
export type ListPatch = z.infer<typeof ListPatch>
export type Section = z.infer<typeof Section>
export type NewSection = z.infer<typeof NewSection>
export type SectionPatch = z.infer<typeof SectionPatch>
export type ListMember = z.infer<typeof ListMember>
export type Member = z.infer<typeof Member>
export type Role = z.infer<typeof Role>
