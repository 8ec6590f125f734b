import type { Service } from '@doable/service-kit/service'
import { CompletionRow } from './completion.ts'
import { ensureHistory, HistoryRow } from './history.ts'
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

const tables = [
import { ViewRow } from './view.ts'
import { viewRoutes } from './view-routes.ts'
  PersonRow,
  ListRow,
  MemberRow,
  SectionRow,
  TaskRow,
  TaskLabelRow,
  CompletionRow,
  GoneTaskRow,
  LabelRow,
  OperationRow,
  HistoryRow,
]
  ViewRow,

/** Lists, sections, tasks and labels, who shares them, and their synchronisation. */
export const taskService: Service = {
  name: 'task',
  home: new URL('./', import.meta.url),
  models(db) {
    for (const each of tables) each.table(db)
  },
  routes(app, platform) {
    listRoutes(app, platform)
    labelRoutes(app, platform)
    taskRoutes(app, platform)
    syncRoutes(app, platform)
  },
  consumes: personEvents,
  async start(platform) {
    await ensureHistory(platform)
    viewRoutes(app, platform)
    return startRetention(platform)
  },
}
