import { z } from 'zod'
import { Id, Instant, isWhole, notWhole, TimeZone } from './common.ts'
import { Label } from './label.ts'
import { List, Section } from './list.ts'
import { Task } from './task.ts'
import { languages } from './user.ts'

/** Whoever has more to add imports it. */
export const mostQuickLines = 100

/** Lines as they are typed into quick add. Those set in become subtasks of the line they follow. */
export const QuickAdd = z
  .strictObject({
    text: z.string().max(50_000).regex(/\S/, 'must say something').refine(isWhole, notWhole),
    /** Where tasks go that name no list; the Inbox where it is left out. */
    listId: Id.optional(),
    /** Makes the lists, sections and labels that are named and do not exist; otherwise such names stay text. */
    create: z.boolean().default(false),
    /** The language of the words for days and times; the person's own where it is left out. */
    language: z.enum(languages).optional(),
    /** Where "today" is meant; the person's own zone where it is left out. */
    timeZone: TimeZone.optional(),
    /** When it was written, for a script that was offline; the present where it is left out. */
    now: Instant.optional(),
  })
  .meta({ id: 'QuickAdd' })

/** The tasks in the order of the lines, and what was made for them. */
export const QuickAdded = z
  .strictObject({
    items: z.array(Task),
    lists: z.array(List),
    sections: z.array(Section),
    labels: z.array(Label),
  })
  .meta({ id: 'QuickAdded' })

export type QuickAdd = z.infer<typeof QuickAdd>
export type QuickAdded = z.infer<typeof QuickAdded>
