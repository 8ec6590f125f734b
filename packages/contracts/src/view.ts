import { z } from 'zod'
import { Instant, isWhole, notWhole } from './common.ts'
import { route } from './route.ts'
import { viewColumns, viewGroupings, viewLayouts, viewSorts } from './view-choices.ts'

/** The page it is of, as the web names its pages: a word, and after a blank what of that kind: `today`, `list <id>`, `label <word>`. */
export const ViewId = z
  .string()
  .max(140)
  .regex(/^[a-z]+( [^\s\p{Cc}\p{Zl}\p{Zp}]([^\p{Cc}\p{Zl}\p{Zp}]*[^\s\p{Cc}\p{Zl}\p{Zp}])?)?$/u)
  .refine(isWhole, notWhole)

const ViewColumn = z.enum(viewColumns)
const fields = {
  layout: z.enum(viewLayouts),
  sort: z.enum(viewSorts),
  /** The other way round than the sort says by itself. */
  descending: z.boolean(),
  groupBy: z.enum(viewGroupings),
  /** Completed tasks are shown too. */
  completed: z.boolean(),
  calendar: z.enum(['month', 'week']),
  /** The columns a table shows, in their order. */
  columns: z
    .array(ViewColumn)
    .min(1)
    .refine((columns) => new Set(columns).size === columns.length, 'must not name a column twice'),
  /** Their widths in pixels, where a person has changed them. */
  widths: z.partialRecord(ViewColumn, z.int().min(40).max(2000)),
}

/** What a person has chosen otherwise than a page is by itself. */
export const ViewSettings = z.strictObject(fields).partial()
/** Null is as the page is by itself again. */
export const ViewPatch = z
  .strictObject({
    layout: fields.layout.nullable(),
    sort: fields.sort.nullable(),
    descending: fields.descending.nullable(),
    groupBy: fields.groupBy.nullable(),
    completed: fields.completed.nullable(),
    calendar: fields.calendar.nullable(),
    columns: fields.columns.nullable(),
    widths: fields.widths.nullable(),
  })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'nothing to change')

/** How a person looks at one page, on all their devices. */
export const PageView = z
  .strictObject({
    id: ViewId,
    settings: ViewSettings,
    createdAt: Instant,
    updatedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'PageView' })

export const viewApi = {
  views: route({
    method: 'GET',
    path: '/api/views',
    summary: 'How I look at pages, where I have chosen it',
    ok: z.strictObject({ items: z.array(PageView) }),
    status: 200,
  }),
  setView: route({
    method: 'PATCH',
    path: '/api/views',
    summary: 'Change how I look at a page; what is not named stays, null is as it is by itself',
    body: z.strictObject({ id: ViewId, settings: ViewPatch }),
    ok: PageView,
    status: 200,
  }),
}
export type ViewLayout = (typeof viewLayouts)[number]
export type ViewGrouping = (typeof viewGroupings)[number]
export type ViewSort = (typeof viewSorts)[number]
export type ViewColumn = (typeof viewColumns)[number]
export type ViewSettings = z.infer<typeof ViewSettings>
export type ViewPatch = z.infer<typeof ViewPatch>
export type PageView = z.infer<typeof PageView>
