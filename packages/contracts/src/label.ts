import { z } from 'zod'
import { ById, Color, Id, Instant, isWhole, notWhole, Position } from './common.ts'
import { route } from './route.ts'

/** The word itself, as it stands on tasks and is typed after `@`. Compared without regard to case. */
export const LabelName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}\u2028\u2029"@#,]+$/u, 'must not hold quotes, commas, @, # or line breaks')
  .refine(isWhole, notWhole)

const labelFields = { name: LabelName, color: Color, position: Position }
/** A person's own entry for a word: its colour and place. The word lives on the tasks. */
export const Label = z
  .strictObject({
    id: Id,
    ...labelFields,
    trashedAt: Instant.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Label' })
export const NewLabel = z.strictObject({
  id: Id.optional(),
  name: LabelName,
  color: Color.default('gray'),
  position: Position.optional(),
})
export const LabelPatch = z
  .strictObject(labelFields)
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'nothing to change')

export const labelApi = {
  labels: route({
    method: 'GET',
    path: '/api/labels',
    summary: 'My labels, in my order',
    ok: z.strictObject({ items: z.array(Label) }),
    status: 200,
  }),
  createLabel: route({
    method: 'POST',
    path: '/api/labels',
    summary: 'Make a label',
    body: NewLabel,
    ok: Label,
    status: 201,
  }),
  changeLabel: route({
    method: 'PATCH',
    path: '/api/labels/:id',
    summary: 'Rename (on every task I may change), recolour or reorder a label',
    params: ById,
    body: LabelPatch,
    ok: Label,
    status: 200,
  }),
  trashLabel: route({
    method: 'DELETE',
    path: '/api/labels/:id',
    summary: 'Remove a label; tasks keep the word until it is restored or cleaned',
    params: ById,
    status: 204,
  }),
  restoreLabel: route({
    method: 'POST',
    path: '/api/labels/:id/restore',
    summary: 'Bring a label back',
    params: ById,
    ok: Label,
    status: 200,
  }),
}
export type Label = z.infer<typeof Label>
export type NewLabel = z.infer<typeof NewLabel>
export type LabelPatch = z.infer<typeof LabelPatch>
