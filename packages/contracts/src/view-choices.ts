/** What there is to choose for a page; apart from the forms, so that the web need not bring them along. */
export const viewLayouts = ['list', 'board', 'calendar', 'table'] as const
export const viewGroupings = ['none', 'section', 'date', 'priority', 'label', 'list', 'assignee'] as const
/** What the tasks of a page can be sorted by: by all that the API sorts by, and by what a table shows. */
export const viewSorts = [
  'smart',
  'priority',
  'date',
  'order',
  'title',
  'created',
  'start',
  'deadline',
  'duration',
  'labels',
  'list',
  'assignee',
  'completed',
  'updated',
] as const
export const viewColumns = [
  'title',
  'due',
  'start',
  'deadline',
  'priority',
  'labels',
  'list',
  'assignee',
  'duration',
  'repeat',
  'progress',
  'created',
  'updated',
  'completed',
] as const
