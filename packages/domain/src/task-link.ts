/**
 * The addresses of task management. Whoever shows a figure links to its tasks with `taskLink`, saying with a query which
 * they are (`query/`); the task pages read the address back with `readTaskLink`.
 */

/** `taskId` opens that task's details beside the view. */
export type TaskLink = (
  | { view: 'inbox' | 'today' | 'upcoming' | 'templates' | 'trash' }
  | { view: 'list'; id: string }
  | { view: 'label'; name: string }
  | { view: 'search'; words: string }
  /** The tasks that a query shows; all open ones without it. */
  | { view: 'all'; filter?: string }
  /** A saved filter; `filter` is what its text is being changed to. `new` is the page on which one is made. */
  | { view: 'filter'; id: string; filter?: string }
) & { taskId?: string }

/** The path with its query, to be given to a link: `/tasks/all?filter=p1`. */
export function taskLink(link: TaskLink): string {
  const params = new URLSearchParams()
  let path: string = link.view
  if (link.view === 'list' || link.view === 'filter') path += `/${encodeURIComponent(link.id)}`
  if (link.view === 'label') path += `/${encodeURIComponent(link.name)}`
  if (link.view === 'search' && link.words) params.set('q', link.words)
  if ((link.view === 'all' || link.view === 'filter') && link.filter) params.set('filter', link.filter)
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
  const text = params.get('filter')
  const filter = text ? { filter: text } : {}
  if (view === 'filter' && rest) return { view, id: decoded(rest), ...filter, ...open }
  if (view === 'list' && rest) return { view, id: decoded(rest), ...open }
  if (view === 'label' && rest) return { view, name: decoded(rest), ...open }
  if (rest) return undefined
  if (view === 'search') return { view, words: params.get('q') ?? '', ...open }
  if (view === 'all') return { view, ...filter, ...open }
  const plain = (['inbox', 'today', 'upcoming', 'templates', 'trash'] as const).find((each) => each === view)
  return plain && { view: plain, ...open }
}
