import type { PushAction, PushMessage } from '@doable/contracts/push-message'
import { taskLink } from '@doable/domain/task-link'
import type { Notification } from '../notification.ts'
import type { Recipient } from '../recipient.ts'
import { WatchedTask, watchedOf } from '../watched-task.ts'
import { describe, type Words, wordsOf } from '../words/words.ts'

/** What a browser is told of a notification: all that it shows and does, as no page is there to ask. */
export async function messageFor(notification: Notification, recipient: Recipient): Promise<PushMessage> {
  const { id, kind, taskId } = notification
  const { title, sentence, lines, late } = describe(notification, recipient)
  const words = wordsOf(recipient.language)
  const open = completable.has(kind) && taskId ? await watched(taskId, recipient.personId) : null
  return {
    id,
    kind,
    title,
    body: [lines.length > 0 ? lines.join('\n') : sentence, late].filter(Boolean).join('\n'),
    language: recipient.language,
    link: linkTo(notification),
    ...(open && taskId && { task: { id: taskId, dueOn: open.dueOn } }),
    actions: actionsOf(notification, open !== null, words),
    failed: words.push.failed,
  }
}

/** News of one's own open tasks; the others are only told. */
const completable = new Set<Notification['kind']>(['reminder', 'due-soon', 'overdue'])
const final = new Set<Notification['kind']>(['test', 'digest'])

async function watched(taskId: string, personId: string) {
  const row = await WatchedTask.findOne({ where: { taskId, personId }, raw: true })
  return row && watchedOf(row)
}

function actionsOf({ kind }: Notification, isOpen: boolean, { push }: Words): PushAction[] {
  const complete = { action: 'complete', title: push.complete, done: push.completed } as const
  const snooze = { action: 'snooze', title: push.snooze, done: push.snoozed } as const
  return [...(isOpen ? [complete] : []), ...(final.has(kind) ? [] : [snooze])]
}

function linkTo({ kind, listId, taskId }: Notification): string {
  if (kind === 'test') return '/profile/notifications'
  if (kind === 'digest' || listId === null) return taskLink({ view: 'today' })
  return taskLink({ view: 'list', id: listId, ...(taskId && { taskId }) })
}

/** The message as text of at most so many bytes; what is written by people is shortened until it fits. */
export function fitted(message: PushMessage, mostBytes: number): string {
  const room = mostBytes - Buffer.byteLength(JSON.stringify({ ...message, title: '', body: '' }))
  const title = clipped(message.title, Math.floor(room / 2))
  const body = clipped(message.body, room - size(title))
  return JSON.stringify({ ...message, title, body })
}

/** How many bytes a text takes within JSON. */
const size = (text: string) => Buffer.byteLength(JSON.stringify(text)) - 2

/** Cut between letters as people see them: half an emoji is none. */
function clipped(text: string, mostBytes: number): string {
  if (size(text) <= mostBytes) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (size(`${kept}${segment}…`) > mostBytes) break
    kept += segment
  }
  return `${kept}…`
}
