import { type NewTask, type Task, taskFields } from '@doable/contracts/task'
import { update } from '@doable/domain/cascade'
import { newId } from '@doable/domain/ids'
import { keyBetween } from '@doable/domain/ordering'
import { insert } from '@doable/service-kit/insert'
import { problem } from '@doable/service-kit/problem'
import { QueryTypes } from 'sequelize'
import { fillable, raise } from './access.ts'
import type { Act } from './act.ts'
import { announceTasks } from './announce.ts'
import { checkAssignee } from './assignee.ts'
import { distinctWords } from './label.ts'
import { checkNotes, checkParent, checkSection, listFull, mostTasks } from './place.ts'
import { checkDay, withRule } from './repeat-rule.ts'
import type { Scope } from './scope.ts'
import { TaskRow } from './task.ts'
import { setWords } from './task-labels.ts'
import { tasksIn } from './task-one.ts'
import { columnsOf } from './task-rows.ts'

/**
 * Adds a task, to the Inbox unless it says where. What its maker sends again under the same id stays as it is.
 * @throws 404 for a list, section or parent out of sight, 409 `id-taken`, `list-trashed`, `list-full`, 422 for a place that does not fit, `bad-rule`, `no-day`, `not-a-member`
 */
export async function createTask(act: Act, { id = newId(), ...given }: NewTask): Promise<Task> {
  const fields = withRule(given)
  checkDay(fields, { dueOn: fields.dueOn ?? null })
  const read = await fillable(act, fields.listId ?? act.personId)
  const before = await factsOf(act, id, read.listId)
  if (isTaken(before)) return existing(act, id)
  if (before.many >= mostTasks) throw listFull()
  await checkNotes(act, read.listId, fields.notes)
  const version = await raise(act, read.listId)
  // Read without the lock: whoever came in between may have taken the id or the place, or changed who is in the list.
  const isStill = version === read.version + 1
  const facts = isStill ? before : await factsOf(act, id, read.listId)
  if (isTaken(facts)) return existing(act, id)
  const scope = isStill ? read : await fillable(act, read.listId)
  checkAssignee(scope, fields.assigneeId)
  const place = await placeOf(act, fields, scope)
  const position = fields.position ?? keyBetween(facts.last, null)
  const task = newTask(act, fields, { ...place, position, id, version })
  await insert(TaskRow, [columnsOf(task)], act.tx)
  await setWords(act, id, task.labels, true)
  act.touched.tasks.add(id)
  await announceTasks(act, 'task.created', scope, [{ task }])
  return task
}

type Facts = { there: number; gone: number; many: number; last: string | null }

const isTaken = ({ there, gone }: Facts) => there > 0 || gone > 0

/** Whether the id is free, how full the list is, and which place is its last. */
async function factsOf({ platform }: Act, id: string, listId: string): Promise<Facts> {
  const { db, dialect } = platform
  const last = `SELECT position FROM Tasks WHERE listId = $listId ORDER BY position DESC ${dialect.first(1)}`
  const sql = `
    SELECT (SELECT COUNT(*) FROM Tasks WHERE id = $id) AS there,
      (SELECT COUNT(*) FROM GoneTasks WHERE taskId = $id) AS gone,
      (SELECT COUNT(*) FROM Tasks WHERE listId = $listId) AS many, (${last}) AS last`
  const [facts] = await db.query<Facts>(sql, { bind: { id, listId }, type: QueryTypes.SELECT })
  return facts as Facts
}

async function existing(act: Act, id: string): Promise<Task> {
  const [task] = await tasksIn(act.platform, act.personId, [id])
  if (task?.createdBy !== act.personId) throw problem(409, 'id-taken', 'This id belongs to another task.')
  act.touched.tasks.add(id)
  return task
}

/** Where it goes. Under a parent that somebody else has trashed meanwhile it goes to the top, so that it is not lost. */
async function placeOf(act: Act, fields: Omit<NewTask, 'id'>, { listId }: Scope) {
  if (fields.sectionId) await checkSection(act, fields.sectionId, listId)
  const line = fields.parentId ? await checkParent(act, fields.parentId, listId, 0) : []
  return { listId, parentId: line[0] && line[0].trashedAt === null ? line[0].id : null }
}

/** What may be null is null unless it is said. */
const unsaid = Object.entries(taskFields).filter(([, field]) => field.safeParse(null).success)
const blank = {
  ...Object.fromEntries(unsaid.map(([name]) => [name, null])),
  notes: '',
  labels: [],
  skippedOn: [],
  reminders: [],
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
