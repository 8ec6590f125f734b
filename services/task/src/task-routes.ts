import { taskApi } from '@doable/contracts/task-api'
import { mount } from '@doable/service-kit/mount'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyInstance } from 'fastify'
import { completionsOf } from './completion-rows.ts'
import { write } from './idempotency.ts'
import { quickAdd } from './quick-add.ts'
import { reopenTask, restoreTask, trashTask } from './task-acts.ts'
import { changeTask } from './task-change.ts'
import { taskCounts } from './task-counts.ts'
import { createTask } from './task-create.ts'
import { oneTask } from './task-one.ts'
import { taskPage } from './task-page.ts'
import { purgeTask } from './task-purge.ts'
import { completeTask, skipTask, uncompleteTask } from './task-recur.ts'

export function taskRoutes(app: FastifyInstance, platform: Platform): void {
  mount(app, taskApi, {
    tasks: ({ person, query }) => taskPage(platform, person.id, query),
    counts: ({ person }) => taskCounts(platform, person.id),
    task: ({ person, params }) => oneTask(platform, person.id, params.id),
    createTask: (call) => write(platform, call, (act) => createTask(act, call.body)),
    quickAdd: (call) => write(platform, call, (act) => quickAdd(act, call.body)),
    changeTask: (call) => write(platform, call, (act) => changeTask(act, call.params.id, call.body)),
    completeTask: (call) => write(platform, call, (act) => completeTask(act, call.params.id, call.query)),
    skipTask: (call) => write(platform, call, (act) => skipTask(act, call.params.id, call.query)),
    uncompleteTask: (call) =>
      write(platform, call, (act) => uncompleteTask(act, call.params.id, call.query.occurrenceOn)),
    completions: async ({ person, params }) => {
      await oneTask(platform, person.id, params.id)
      return { items: await completionsOf(platform, person.id, params.id) }
    },
    reopenTask: (call) => write(platform, call, (act) => reopenTask(act, call.params.id)),
    trashTask: (call) => write(platform, call, (act) => trashTask(act, call.params.id)),
    restoreTask: (call) => write(platform, call, (act) => restoreTask(act, call.params.id)),
    purgeTask: (call) => write(platform, call, (act) => purgeTask(act, call.params.id)),
  })
}
