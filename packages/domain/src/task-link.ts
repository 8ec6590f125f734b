/**
 * The addresses of task management. Whoever shows a figure links to its tasks with `taskLink`; the task pages read the
 * address back with `readTaskLink`. Days are `YYYY-MM-DD`, both ends of a range included.
 */
export type TaskFilter = {
  listId?: string
  label?: string
  /** 1 is urgent, 4 is none. */
  priority?: number
  /** Planned before today or past its deadline, and still open. */
  overdue?: boolean
  dueOn?: string
  dueFrom?: string
  dueTo?: string
  /** Has no due day. */
  undated?: boolean
  /** Any of the `completed…` makes the filter show completed tasks instead of open ones. */
  completed?: boolean
  completedOn?: string
  completedFrom?: string
  completedTo?: string
}
/** `taskId` opens that task's details beside the view. */
export type TaskLink = (
  | { view: 'inbox' | 'today' | 'upcoming' | 'trash' }
  | { view: 'list'; id: string }
  | { view: 'label'; name: string }
  | { view: 'search'; words: string }
  | { view: 'all'; filter: TaskFilter }
) & { taskId?: string }

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const days = ['dueOn', 'dueFrom', 'dueTo', 'completedOn', 'completedFrom', 'completedTo'] as const
const flags = ['overdue', 'undated', 'completed'] as const

function writeFilter(filter: TaskFilter, params: URLSearchParams) {
  if (filter.listId) params.set('list', filter.listId)
  if (filter.label) params.set('label', filter.label)
  if (filter.priority) params.set('priority', String(filter.priority))
  for (const name of days) if (filter[name]) params.set(name, filter[name])
  for (const name of flags) if (filter[name]) params.set(name, '1')
}

/** What is unknown or malformed in the address is left out, so that a mistyped link still shows tasks. */
export function readTaskFilter(params: URLSearchParams): TaskFilter {
  const filter: TaskFilter = {}
  const list = params.get('list')
  const label = params.get('label')
  const priority = params.get('priority') ?? ''
  if (list) filter.listId = list
  if (label) filter.label = label
  if (/^[1-4]$/.test(priority)) filter.priority = Number(priority)
  for (const name of days) if (day.test(params.get(name) ?? '')) filter[name] = params.get(name) as string
  for (const name of flags) if (params.get(name) === '1') filter[name] = true
  return filter
}

/** The path with its query, to be given to a link: `/tasks/all?priority=1`. */
export function taskLink(link: TaskLink): string {
  const params = new URLSearchParams()
  let path: string = link.view
  if (link.view === 'list') path += `/${encodeURIComponent(link.id)}`
  if (link.view === 'label') path += `/${encodeURIComponent(link.name)}`
  if (link.view === 'search' && link.words) params.set('q', link.words)
  if (link.view === 'all') writeFilter(link.filter, params)
  if (link.taskId) params.set('task', link.taskId)
  const query = params.toString()
  return `/tasks/${path}${query ? `?${query}` : ''}`
}

const decoded = (part: string) => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** What an address of task management shows; undefined for any other address. `query` may start with `?`. */
export function readTaskLink(path: string, query = ''): TaskLink | undefined {
  const params = new URLSearchParams(query)
  const [, view, rest] = /^\/tasks\/([a-z]+)(?:\/([^/]+))?\/?$/.exec(path) ?? []
  const taskId = params.get('task')
  const open = taskId ? { taskId } : {}
  if (view === 'list' && rest) return { view, id: decoded(rest), ...open }
  if (view === 'label' && rest) return { view, name: decoded(rest), ...open }
  if (rest) return undefined
  if (view === 'search') return { view, words: params.get('q') ?? '', ...open }
  if (view === 'all') return { view, filter: readTaskFilter(params), ...open }
  if (view === 'inbox' || view === 'today' || view === 'upcoming' || view === 'trash')
    return { view, ...open }
  return undefined
}
