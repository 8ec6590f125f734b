import type { Message } from '../channel.ts'
import { linkOf } from '../channels/mail.ts'
import { describe, wordsOf } from '../words/words.ts'

/** These speak of no one list, though the row of one names something in its place. */
const ofNoList = new Set(['digest', 'test'])

/**
 * What a receiver is told, as JSON: the same for every try. Its shape is promised in docs/webhooks.md; fields may be
 * added to a version, and none changes its meaning or goes.
 */
export function payloadOf({ notification, recipient }: Message, publicUrl: URL): string {
  const { id, kind, taskId, listId, actorId, actorName, count, plannedAt, createdAt } = notification
  const { title, sentence, lines, late } = describe(notification, recipient)
  const link = linkOf(notification, wordsOf(recipient.language), publicUrl).href
  return JSON.stringify({
    type: `notification.${kind}`,
    timestamp: createdAt.toISOString(),
    version: 1,
    data: {
      id,
      kind,
      at: createdAt.toISOString(),
      plannedAt: plannedAt?.toISOString() ?? null,
      title: notification.title,
      count,
      taskId,
      listId: ofNoList.has(kind) ? null : listId,
      actor: actorId === null ? null : { id: actorId, name: actorName },
      link,
      words: { language: recipient.language, title, sentence, lines, late },
    },
  })
}
