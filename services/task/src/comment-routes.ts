import { commentApi } from '@doable/contracts/comment'
import { historyApi } from '@doable/contracts/history'
import { mount } from '@doable/service-kit/mount'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyInstance } from 'fastify'
import { commentPage, oneComment } from './comment-rows.ts'
import { changeComment, createComment, restoreComment, trashComment } from './comment-verbs.ts'
import { write } from './idempotency.ts'
import { historyPage } from './task-history.ts'

/** What is said about tasks, and what was done to them. */
export function commentRoutes(app: FastifyInstance, platform: Platform): void {
  mount(app, commentApi, {
    comments: ({ person, params, query }) => commentPage(platform, person.id, params.id, query),
    createComment: (call) =>
      write(platform, call, (act) => createComment(act, { ...call.body, taskId: call.params.id })),
    comment: ({ person, params }) => oneComment(platform, person.id, params.id),
    changeComment: (call) => write(platform, call, (act) => changeComment(act, call.params.id, call.body)),
    trashComment: (call) => write(platform, call, (act) => trashComment(act, call.params.id)),
    restoreComment: (call) => write(platform, call, (act) => restoreComment(act, call.params.id)),
  })
  mount(app, historyApi, {
    history: ({ person, params, query }) => historyPage(platform, person.id, params.id, query),
  })
}
