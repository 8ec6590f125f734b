/** How the tasks of a page can be laid out. */
export const layouts = ['list', 'board', 'calendar', 'table'] as const
export type Layout = (typeof layouts)[number]

/** The layouts of pages whose tasks are of any day: lists, labels, filters. */
export const allLayouts: readonly Layout[] = layouts
