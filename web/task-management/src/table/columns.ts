import type { ViewColumn, ViewSort } from '@doable/contracts/view'
import { viewColumns } from '@doable/contracts/view-choices'
import type { PageModel } from '../page/model.ts'

/** Widths in pixels, and the order that a press on a heading makes. */
const described: Record<ViewColumn, { width: number; sort?: ViewSort }> = {
  title: { width: 320, sort: 'title' },
  due: { width: 130, sort: 'date' },
  start: { width: 120, sort: 'start' },
  deadline: { width: 120, sort: 'deadline' },
  priority: { width: 100, sort: 'priority' },
  labels: { width: 170, sort: 'labels' },
  list: { width: 170, sort: 'list' },
  assignee: { width: 140, sort: 'assignee' },
  duration: { width: 110, sort: 'duration' },
  repeat: { width: 160 },
  progress: { width: 100 },
  created: { width: 130, sort: 'created' },
  updated: { width: 130, sort: 'updated' },
  completed: { width: 130, sort: 'completed' },
}
/** What is shown unless chosen otherwise. */
const usual: readonly ViewColumn[] = ['title', 'due', 'priority', 'labels', 'list', 'deadline', 'duration']
/** Where headings say the section already, or there is one list, its column is left out. */
const usualOf = ({ showList }: PageModel): readonly ViewColumn[] =>
  showList ? usual : usual.filter((column) => column !== 'list')
export const narrowest = 64
const widest = 800

export const sortOf = (column: ViewColumn): ViewSort | undefined => described[column].sort
export const within = (width: number): number => Math.round(Math.min(Math.max(width, narrowest), widest))

/** The shown columns in order; the title comes first always, as it names the row and stays in sight. */
export function columnsOf(model: PageModel): readonly ViewColumn[] {
  const chosen: readonly ViewColumn[] = model.options.columns ?? usualOf(model)
  return ['title', ...chosen.filter((column) => column !== 'title')]
}

export const widthOf = ({ options: { widths = {} } }: PageModel, column: ViewColumn): number =>
  widths[column] ?? described[column].width

/** The columns with one more at the end, or one less. */
export const withColumn = (
  columns: readonly ViewColumn[],
  column: ViewColumn,
  shown: boolean,
): ViewColumn[] => {
  const others = columns.filter((each) => each !== column)
  return shown ? [...others, column] : others
}

/** The columns with one moved by a place; the same where it cannot go further. */
export function movedColumn(
  columns: readonly ViewColumn[],
  column: ViewColumn,
  by: 1 | -1,
): readonly ViewColumn[] {
  const [from, to] = [columns.indexOf(column), columns.indexOf(column) + by]
  if (from < 1 || to < 1 || to >= columns.length) return columns
  const moved = columns.filter((each) => each !== column)
  moved.splice(to, 0, column)
  return moved
}

/** Whether columns are as they are by themselves, so that nothing needs to be kept. */
export const isUsual = (columns: readonly ViewColumn[], model: PageModel): boolean =>
  columns.join() === usualOf(model).join()

export { viewColumns as allColumns }
