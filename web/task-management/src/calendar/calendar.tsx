import type { LayoutProps } from '../page/layout-area.tsx'
import { TaskLines } from '../rows/task-lines.tsx'

/** The tasks of a page on the days on which they are due. */
export const Calendar = ({ model, lines, openId }: LayoutProps) => (
  <TaskLines lines={lines} label={model.title} openId={openId} />
)
