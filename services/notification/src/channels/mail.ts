import { createHash } from 'node:crypto'
import { taskLink } from '@doable/domain/task-link'
import type { Platform } from '@doable/service-kit/service'
import type { Message } from '../channel.ts'
import { escaped, page } from '../markup.ts'
import type { Notification } from '../notification.ts'
import { unsubscribeToken } from '../unsubscribe.ts'
import { describe, type Words, wordsOf } from '../words/words.ts'

type Parts = ReturnType<typeof describe> & {
  language: string
  link: { href: string; text: string }
  why: string
  stop: { href: string; text: string } | null
}

/** A message as e-mail, but for whom it is from and to. The same message always has the same Message-ID. */
export async function mailOf(platform: Platform, { notification, recipient, key }: Message) {
  const { publicUrl, mailFrom } = platform.config
  const { language } = recipient
  const words = wordsOf(language)
  const stopAt = await stopAddress(platform, { notification, recipient })
  const parts = {
    ...describe(notification, recipient),
    language,
    link: linkOf(notification, words, publicUrl),
    why: words.why(words.kinds[notification.kind].name),
    stop: stopAt === null ? null : { href: stopAt, text: words.stop },
  }
  const name = createHash('sha256').update(key).digest('hex').slice(0, 40)
  return {
    messageId: `<${name}@${mailFrom.address.split('@')[1]}>`,
    subject: parts.title,
    text: textOf(parts),
    html: htmlOf(parts),
    headers: {
      // RFC 3834: nobody's holiday message answers it.
      'Auto-Submitted': 'auto-generated',
      // RFC 8058: the button that mail programs show beside the sender.
      ...(stopAt !== null && {
        'List-Unsubscribe': `<${stopAt}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  }
}

/** A test message is sent because it was just asked for: there is nothing to stop. */
async function stopAddress(
  { config }: Platform,
  { notification, recipient }: Pick<Message, 'notification' | 'recipient'>,
) {
  if (notification.kind === 'test') return null
  const url = new URL('/api/notifications/unsubscribe', config.publicUrl)
  url.searchParams.set('token', await unsubscribeToken(recipient, notification.kind))
  return url.href
}

/** Where a notification leads, and the words for going there. */
export function linkOf({ kind, listId, taskId }: Notification, { open }: Words, publicUrl: URL) {
  const to = (path: string, text: string) => ({ href: new URL(path, publicUrl).href, text })
  if (kind === 'digest') return to(taskLink({ view: 'today' }), open.app)
  if (kind === 'test' || listId === null) return to('/', open.app)
  if (taskId === null) return to(taskLink({ view: 'list', id: listId }), open.list)
  return to(taskLink({ view: 'list', id: listId, taskId }), open.task)
}

function textOf({ sentence, lines, late, link, why, stop }: Parts): string {
  const list = lines.map((line) => `- ${line}`).join('\n')
  const end = stop ? [why, `${stop.text}: ${stop.href}`].join('\n') : ''
  const all = [sentence, list, late ?? '', `${link.text}:\n${link.href}`, end && `-- \n${end}`]
  return `${all.filter((part) => part).join('\n\n')}\n`
}

/** No colours and nothing from elsewhere: it looks as its reader's mail does, light or dark, and tells nobody that it was read. */
function htmlOf({ language, title, sentence, lines, late, link, why, stop }: Parts): string {
  const list = lines.map((line) => `<li>${escaped(line)}</li>`).join('')
  const anchor = ({ href, text }: Parts['link']) => `<a href="${escaped(href)}">${escaped(text)}</a>`
  const all = [
    `<p>${escaped(sentence)}</p>`,
    list && `<ul>${list}</ul>`,
    late && `<p>${escaped(late)}</p>`,
    `<p><strong>${anchor(link)}</strong></p>`,
    stop && `<hr><p><small>${escaped(why)}<br>${anchor(stop)}</small></p>`,
  ]
  const look = 'font:16px/1.5 system-ui,sans-serif;max-width:36em;margin:0 auto;padding:16px'
  return page({ language, title, body: `<body style="${look}">\n${all.filter(Boolean).join('\n')}\n</body>` })
}
