import { z } from 'zod'
import { ById, Color, Id, Instant, isWhole, notWhole, oneLine, Position } from './common.ts'
import { route } from './route.ts'

/** A query as it is typed (docs/decisions/0041-query-language.md). */
export const QueryText = z.string().trim().min(1).max(1000).refine(isWhole, notWhole)

const filterFields = {
  name: oneLine(200),
  query: QueryText,
  color: Color,
  favorite: z.boolean(),
  position: Position,
}
/** A query a person keeps under a name. It means what its text means on the day it is used. */
export const Filter = z
  .strictObject({
    id: Id,
    ...filterFields,
    trashedAt: Instant.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Filter' })
export const NewFilter = z.strictObject({
  id: Id.optional(),
  name: filterFields.name,
  query: QueryText,
  color: Color.default('gray'),
  favorite: z.boolean().default(false),
  position: Position.optional(),
})
export const FilterPatch = z
  .strictObject(filterFields)
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'nothing to change')

export const filterApi = {
  filters: route({
    method: 'GET',
    path: '/api/filters',
    summary: 'My filters, in my order',
    ok: z.strictObject({ items: z.array(Filter) }),
    status: 200,
  }),
  createFilter: route({
    method: 'POST',
    path: '/api/filters',
    summary: 'Keep a query under a name',
    body: NewFilter,
    ok: Filter,
    status: 201,
  }),
  changeFilter: route({
    method: 'PATCH',
    path: '/api/filters/:id',
    summary: 'Change what a filter asks, its name, its colour, or its place',
    params: ById,
    body: FilterPatch,
    ok: Filter,
    status: 200,
  }),
  trashFilter: route({
    method: 'DELETE',
    path: '/api/filters/:id',
    summary: 'Remove a filter',
    params: ById,
    status: 204,
  }),
  restoreFilter: route({
    method: 'POST',
    path: '/api/filters/:id/restore',
    summary: 'Bring a filter back',
    params: ById,
    ok: Filter,
    status: 200,
  }),
}
export type Filter = z.infer<typeof Filter>
export type NewFilter = z.infer<typeof NewFilter>
export type FilterPatch = z.infer<typeof FilterPatch>
