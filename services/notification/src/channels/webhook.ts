import { AnswerTooLarge, outboundRequest } from '@doable/service-kit/outbound'
import type { Platform } from '@doable/service-kit/service'
import { type Channel, type Message, Undeliverable } from '../channel.ts'
import { refuseUnwanted } from '../wanted.ts'
import { asReason, judge } from '../webhook/answer.ts'
import { noteOutcome } from '../webhook/outcome.ts'
import { payloadOf } from '../webhook/payload.ts'
import { idOf, signatureHeaders } from '../webhook/signature.ts'
import { Webhook, webhooksOf } from '../webhook/webhook.ts'

/** Long enough for a receiver that works before it answers, and well within the lease of a job. */
const timeoutMs = 15_000

/** A signed request to each address that the person has named: docs/webhooks.md. */
export const webhook: Channel = {
  name: 'webhook',
  missing: () => null,
  async targets(personId, transaction) {
    const rows = await webhooksOf(personId, transaction)
    return rows.filter(({ enabled }) => enabled).map(({ id }) => id)
  },
  async send(platform, message) {
    const row = await Webhook.findByPk(message.target)
    if (row?.personId !== message.recipient.personId) throw new Undeliverable('The webhook was removed.')
    await refuseUnwanted('webhook', message.notification)
    if (!row.enabled) throw new Undeliverable('The webhook is switched off.')
    const answer = await posted(platform, message, row)
    judge(answer, platform.clock.now())
    return String(answer.status)
  },
  noted: noteOutcome,
  atOnce: 16,
  perMinute: ({ config }) => config.webhooksPerMinute,
}

async function posted({ config, clock }: Platform, message: Message, row: Webhook) {
  const now = clock.now()
  const { url, secret, formerSecret, formerUntil } = row
  const body = payloadOf(message, config.publicUrl)
  const former = formerSecret && formerUntil && formerUntil > now ? [formerSecret] : []
  const signature = signatureHeaders(idOf(message.key), now, body, [secret, ...former])
  const headers = { 'content-type': 'application/json', ...signature }
  try {
    return await outboundRequest(config, { url, method: 'POST', headers, body, timeoutMs })
  } catch (error) {
    // Nobody reads what a receiver says at length; that it took the message is all there is to know.
    if (error instanceof AnswerTooLarge) return { status: error.status, headers: {} }
    throw asReason(error)
  }
}
