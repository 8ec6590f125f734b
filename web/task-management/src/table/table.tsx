import type { LayoutProps } from '../page/layout-area.tsx'
import { TaskLines } from '../rows/task-lines.tsx'

/** The tasks of a page, one row each. */
export const Table = ({ model, lines, openId }: LayoutProps) => (
  <TaskLines lines={lines} label={model.title} openId={openId} />
)
