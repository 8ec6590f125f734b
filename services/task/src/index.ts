import type { Service } from '@doable/service-kit/service'
import { CommentRow } from './comment.ts'
import { commentRoutes } from './comment-routes.ts'
import { CompletionRow } from './completion.ts'
import { FilterRow } from './filter.ts'
import { filterRoutes } from './filter-routes.ts'
import { beginHistory, ensureHistory, HistoryRow } from './history.ts'
import { LabelRow, TaskLabelRow } from './label.ts'
import { labelRoutes } from './label-routes.ts'
import { ListRow, MemberRow } from './list.ts'
import { listRoutes } from './list-routes.ts'
import { OperationRow } from './operation.ts'
import { PersonRow } from './person.ts'
import { personEvents } from './person-events.ts'
import { startRetention } from './retention.ts'
import { SectionRow } from './section.ts'
import { syncRoutes } from './sync-routes.ts'
import { GoneTaskRow, TaskRow } from './task.ts'
import { taskRoutes } from './task-routes.ts'
import { ViewRow } from './view.ts'
import { viewRoutes } from './view-routes.ts'

const tables = [
  PersonRow,
  ListRow,
  MemberRow,
  SectionRow,
  TaskRow,
  TaskLabelRow,
  CompletionRow,
  CommentRow,
  GoneTaskRow,
  LabelRow,
  FilterRow,
  ViewRow,
  OperationRow,
  HistoryRow,
]

/** Lists, sections, tasks, labels and filters, who shares them, and their synchronisation. */
export const taskService: Service = {
  name: 'task',
  home: new URL('./', import.meta.url),
  models(db) {
    for (const each of tables) each.table(db)
  },
  routes(app, platform) {
    listRoutes(app, platform)
    labelRoutes(app, platform)
    filterRoutes(app, platform)
    taskRoutes(app, platform)
    commentRoutes(app, platform)
    syncRoutes(app, platform)
    viewRoutes(app, platform)
  },
  consumes: personEvents,
  async restored(restored) {
    await beginHistory(restored)
  },
  async start(platform) {
    await ensureHistory(platform)
    return startRetention(platform)
  },
}
