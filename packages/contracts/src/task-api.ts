import { z } from 'zod'
import { ById, Day } from './common.ts'
import { Completion } from './completion.ts'
import { QuickAdd, QuickAdded } from './quick-add.ts'
import { route } from './route.ts'
import { NewTask, Task, TaskPatch } from './task.ts'
import { OccurrenceQuery, TaskCounts, TaskPage, TaskQuery } from './task-query.ts'

const one = { params: ById, ok: Task, status: 200 } as const
export const taskApi = {
  tasks: route({
    method: 'GET',
    path: '/api/tasks',
    summary: 'Tasks, filtered, sorted and paged',
    query: TaskQuery,
    ok: TaskPage,
    status: 200,
  }),
  counts: route({
    method: 'GET',
    path: '/api/tasks/counts',
    summary: 'How many tasks there are, by list, label and priority',
    ok: TaskCounts,
    status: 200,
  }),
  createTask: route({
    method: 'POST',
    path: '/api/tasks',
    summary: 'Add a task',
    body: NewTask,
    ok: Task,
    status: 201,
  }),
  quickAdd: route({
    method: 'POST',
    path: '/api/tasks/quick-add',
    summary: 'Add tasks by lines of words, all of them or none',
    body: QuickAdd,
    ok: QuickAdded,
    status: 201,
  }),
  task: route({ method: 'GET', path: '/api/tasks/:id', summary: 'One task', ...one }),
  changeTask: route({
    method: 'PATCH',
    path: '/api/tasks/:id',
    summary: 'Change or move a task',
    ...one,
    body: TaskPatch,
  }),
  completeTask: route({
    method: 'POST',
    path: '/api/tasks/:id/complete',
    summary: 'Complete a task and its subtasks; a repeating one goes on to its next occurrence',
    ...one,
    query: OccurrenceQuery,
  }),
  skipTask: route({
    method: 'POST',
    path: '/api/tasks/:id/skip',
    summary: 'Leave out an occurrence of a repeating task',
    ...one,
    query: OccurrenceQuery,
  }),
  uncompleteTask: route({
    method: 'POST',
    path: '/api/tasks/:id/uncomplete',
    summary: 'Take back a completed or skipped occurrence, the latest unless another is named',
    ...one,
    query: z.strictObject({ occurrenceOn: Day.optional() }),
  }),
  completions: route({
    method: 'GET',
    path: '/api/tasks/:id/completions',
    summary: 'Completed and skipped occurrences of a repeating task, the latest first',
    params: ById,
    ok: z.strictObject({ items: z.array(Completion) }),
    status: 200,
  }),
  reopenTask: route({ method: 'POST', path: '/api/tasks/:id/reopen', summary: 'Open a task again', ...one }),
  trashTask: route({
    method: 'DELETE',
    path: '/api/tasks/:id',
    summary: 'Move a task and its subtasks to the trash',
    params: ById,
    status: 204,
  }),
  restoreTask: route({
    method: 'POST',
    path: '/api/tasks/:id/restore',
    summary: 'Bring a task back from the trash',
    ...one,
  }),
  purgeTask: route({
    method: 'POST',
    path: '/api/tasks/:id/purge',
    summary: 'Erase a trashed task for good',
    params: ById,
    status: 204,
  }),
}
