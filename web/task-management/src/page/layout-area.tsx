import { lazily } from '@doable/ui/lazily'
import type { Line } from '../lines/line.ts'
import { TaskLines } from '../rows/task-lines.tsx'
import { layoutOf } from './layout-in-force.ts'
import type { PageModel } from './model.ts'

const Board = lazily(async () => (await import('../board/board.tsx')).Board)
const Calendar = lazily(async () => (await import('../calendar/calendar.tsx')).Calendar)
const Table = lazily(async () => (await import('../table/table.tsx')).Table)

/** What every layout gets: the page with its groups, the same groups as lines, and what is open. */
export type LayoutProps = {
  model: PageModel
  lines: readonly Line[]
  /** The task whose details are shown. */
  openId: string | undefined
  /** The group in which a task is being added. */
  adding: string | undefined
}

/** The tasks of a page in the layout that is in force. */
export function LayoutArea(props: LayoutProps) {
  const { model, lines, openId } = props
  const layout = layoutOf(model)
  if (layout === 'board') return <Board {...props} />
  if (layout === 'calendar') return <Calendar {...props} />
  if (layout === 'table') return <Table {...props} />
  const isEmpty = model.groups.every(({ tasks }) => tasks.length === 0)
  return <TaskLines lines={lines} label={model.title} openId={openId} footer={isEmpty && model.empty} />
}
