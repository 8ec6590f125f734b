import { z } from 'zod'
import { Comment } from './comment.ts'
import { Id } from './common.ts'
import { Task } from './task.ts'

/** A task as an event tells it: with its notes, which can be long, only where they are news. */
export const ToldTask = Task.extend({ notes: Task.shape.notes.optional() }).meta({ id: 'ToldTask' })

const fact = {
  /** As it is afterwards. */
  task: ToldTask,
  ownerId: Id.meta({ description: 'Who owns its list.' }),
  open: z.boolean().meta({ description: 'False while nobody is to be told of what is in the list.' }),
}
const before = Task.partial().meta({ description: 'The former values of what changed.' })
const commentFact = {
  comment: Comment,
  ownerId: Id.meta({ description: 'Who owns the list.' }),
  title: z.string().meta({ description: 'The title of the task.' }),
  createdBy: z.string().meta({ description: 'Who made the task.' }),
  assigneeId: Id.nullable(),
  mentioned: z.array(Id).meta({ description: 'Members of the list other than whoever does this.' }),
  commenters: z.array(Id).meta({ description: 'Who has said something that is not in the trash.' }),
}
const member = { listId: Id, name: z.string(), personId: Id }
const says = (description: string) => ({ description })

/** Facts about tasks, comments and lists: what `data` of an event of the task service holds, by its type. */
export const taskEvents = {
  'task.created': z.strictObject(fact).meta(says('A task is new; its notes come along.')),
  'task.changed': z.strictObject({ ...fact, before }).meta(says('A task was changed or moved.')),
  'task.completed': z.strictObject(fact).meta(says('A task was completed.')),
  'task.recurred': z
    .strictObject({ ...fact, before, skipped: z.boolean() })
    .meta(says('An occurrence was completed or skipped, and the task has moved on to the next one.')),
  'task.reopened': z.strictObject(fact).meta(says('A task is open again.')),
  'task.trashed': z.strictObject(fact).meta(says('A task was moved to the trash.')),
  'task.restored': z.strictObject(fact).meta(says('A task came back from the trash.')),
  'task.purged': z.strictObject(fact).meta(says('A task was erased for good.')),
  'comment.created': z.strictObject(commentFact).meta(says('Something was said about a task.')),
  'comment.changed': z.strictObject(commentFact).meta(says('A comment was written anew.')),
  'comment.trashed': z.strictObject(commentFact).meta(says('A comment was taken away.')),
  'comment.restored': z.strictObject(commentFact).meta(says('A comment came back.')),
  'list.changed': z
    .strictObject({ listId: Id, name: z.string(), open: z.boolean() })
    .meta(
      says(
        'A list or something in it other than a task changed; it is not open while archived, a template or in the trash.',
      ),
    ),
  'list.shared': z.strictObject(member).meta(says('A list is shared with a person.')),
  'list.left': z.strictObject(member).meta(says('A person no longer shares a list.')),
  'own.changed': z.strictObject({}).meta(says("Something of a person's own changed, such as their labels.")),
}

export type ToldTask = z.infer<typeof ToldTask>
export type TaskEvents = { [Type in keyof typeof taskEvents]: z.infer<(typeof taskEvents)[Type]> }
