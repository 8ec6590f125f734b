import type { ViewGrouping, ViewLayout } from '@doable/contracts/view'

export type Layout = ViewLayout

/** The layouts of pages whose tasks are of any day: lists, labels, filters. */
export const allLayouts: readonly Layout[] = ['list', 'board', 'calendar', 'table']

/** The groupings of pages that mix lists. */
export const mixedGroupings: readonly ViewGrouping[] = [
  'none',
  'date',
  'priority',
  'label',
  'list',
  'assignee',
]
/** The groupings of a single list. */
export const listGroupings: readonly ViewGrouping[] = [
  'section',
  'none',
  'date',
  'priority',
  'label',
  'assignee',
]
