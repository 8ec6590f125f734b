import type { Notification } from '@doable/contracts/notification'
import { taskLink } from '@doable/domain/task-link'

/** Where a notification leads. */
export function whereTo({ kind, listId, taskId }: Notification): string {
  if (kind === 'test' || kind === 'webhook-off') return '/profile/notifications'
  if (kind === 'digest') return taskLink({ view: 'today' })
  const open = taskId ? { taskId } : {}
  return listId ? taskLink({ view: 'list', id: listId, ...open }) : taskLink({ view: 'today', ...open })
}
