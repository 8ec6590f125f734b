import type { Task } from '@doable/contracts/task'
import type { ViewGrouping } from '@doable/contracts/view'
import type { ReactNode } from 'react'
import type { Defaults, Group } from '../lines/group.ts'
import type { Layout } from './layouts.ts'
import type { SetOptions, ViewOptions } from './view-options.ts'

/** Everything a page of tasks needs to know to be drawn. */
export type PageModel = {
  /** Names the page for what is remembered of it: `today`, `list <id>`. */
  key: string
  title: string
  /** Muted words beside the title. */
  aside?: string
  groups: readonly Group[]
  /** What a task starts with that is added to the page and to no group of it. */
  start?: Defaults
  /** The subtasks to show below each task, on pages that nest. */
  subtasks?: ReadonlyMap<string, readonly Task[]>
  options: ViewOptions
  setOptions: SetOptions
  /** Names the list on each row. */
  showList?: boolean
  /** The layouts that are offered; without them there is the list alone. */
  layouts?: readonly Layout[]
  /** The groupings that are offered, the page's own first; without them its own alone. */
  groupings?: readonly ViewGrouping[]
  /** Its tasks are of one list that may be changed, so that a person can arrange them. */
  arrangeable?: boolean
  /** Offers completed tasks. */
  completable?: boolean
  /** Offers another order. */
  sortable?: boolean
  /** More buttons at the end of the title's line. */
  actions?: ReactNode
  /** Between the title and the tasks, such as a search field. */
  above?: ReactNode
  /** What stands in place of the tasks when there are none. */
  empty: ReactNode
}
