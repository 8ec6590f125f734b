import { type NewTask, type Task, taskFields } from '@doable/contracts/task'
import { update } from '@doable/domain/cascade'
import { newId } from '@doable/domain/ids'
import { problem } from '@doable/service-kit/problem'
import { fillable, raise, type Scope } from './access.ts'
import type { Act } from './act.ts'
import { announceTasks } from './announce.ts'
import { distinctWords } from './label.ts'
import { checkParent, checkRoom, checkSection, endOf } from './place.ts'
import { GoneTaskRow, TaskRow } from './task.ts'
import { setWords } from './task-labels.ts'
import { columnsOf, readTasks } from './task-rows.ts'

/**
 * Adds a task, to the Inbox unless it says where. What its maker sends again under the same id stays as it is.
 * @throws 404 for a list, section or parent out of sight, 409 `id-taken`, `list-trashed`, `list-full`, 422 for a place that does not fit
 */
export async function createTask(act: Act, { id = newId(), ...fields }: NewTask): Promise<Task> {
  const scope = await fillable(act, fields.listId ?? act.personId)
  const version = await raise(act, scope.listId)
  const made = await existing(act, id)
  if (made) return made
  const place = await placeOf(act, fields, scope)
  const task = newTask(act, fields, { ...place, id, version })
  await TaskRow.create(columnsOf(task) as TaskRow)
  await setWords(act, id, task.labels, true)
  act.touched.tasks.add(id)
  await announceTasks(act, 'task.created', scope, [{ task }])
  return task
}

async function existing(act: Act, id: string): Promise<Task | undefined> {
  const mine = 'Tasks t JOIN ListMembers m ON m.listId = t.listId AND m.personId = $personId WHERE t.id = $id'
  const [task] = await readTasks(act.platform, mine, { id, personId: act.personId })
  if (task?.createdBy === act.personId) return task
  const taken = task ?? (await GoneTaskRow.findOne({ where: { taskId: id }, raw: true }))
  if (taken) throw problem(409, 'id-taken', 'This id belongs to another task.')
  return undefined
}

/** Where it goes. Under a parent that somebody else has trashed meanwhile it goes to the top, so that it is not lost. */
async function placeOf(act: Act, fields: Omit<NewTask, 'id'>, { listId }: Scope) {
  await checkRoom(act, listId, 1)
  if (fields.sectionId) await checkSection(act, fields.sectionId, listId)
  const line = fields.parentId ? await checkParent(act, fields.parentId, listId, 0) : []
  const parentId = line[0] && line[0].trashedAt === null ? line[0].id : null
  const position = fields.position ?? (await endOf(act, 'Tasks WHERE listId = $listId', { listId }))
  return { listId, parentId, position }
}

/** What may be null is null unless it is said. */
const unsaid = Object.entries(taskFields).filter(([, field]) => field.safeParse(null).success)
const blank = {
  ...Object.fromEntries(unsaid.map(([name]) => [name, null])),
  notes: '',
  labels: [],
  priority: 4,
}
type Placed = Pick<Task, 'id' | 'listId' | 'parentId' | 'position' | 'version'>

function newTask({ personId, at, now }: Act, fields: Omit<NewTask, 'id'>, placed: Placed): Task {
  const task = {
    ...(blank as unknown as Task),
    ...fields,
    ...placed,
    completedAt: null,
    completedBy: null,
    trashedAt: null,
    createdBy: personId,
    createdAt: at.toISOString(),
    updatedAt: now.toISOString(),
  }
  const [settled] = update(task, [], {})
  return { ...task, labels: distinctWords(task.labels), ...settled?.changes }
}
