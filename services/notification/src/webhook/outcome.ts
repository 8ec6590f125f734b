import type { Platform } from '@doable/service-kit/service'
import type { Transaction } from 'sequelize'
import type { Message } from '../channel.ts'
import type { News } from '../tell.ts'
import { Unwanted } from '../wanted.ts'
import { Gone } from './answer.ts'
import { Webhook } from './webhook.ts'

const dayMs = 24 * 60 * 60 * 1000

/**
 * Keeps with the webhook what the latest try came to. One that is gone, or that nothing has reached for a day however
 * often it was tried, is switched off: its person is told so in the app.
 */
export async function noteOutcome(
  { clock }: Platform,
  { target, recipient }: Message,
  error: unknown,
  transaction: Transaction,
): Promise<News | null> {
  if (error instanceof Unwanted) return null
  const row = await Webhook.findOne({ where: { id: target, enabled: true }, transaction })
  if (!row) return null
  const now = clock.now()
  const lastReason =
    error === null ? null : String(error instanceof Error ? error.message : error).slice(0, 500)
  const failingSince = error === null ? null : (row.failingSince ?? now)
  const isLong = failingSince !== null && now.getTime() - failingSince.getTime() >= dayMs
  const switchedOff = error instanceof Gone ? 'gone' : isLong ? 'failing' : null
  await row.update(
    { lastAt: now, lastReason, failingSince, ...(switchedOff && { switchedOff, enabled: false }) },
    { transaction },
  )
  return switchedOff && newsOf(row, recipient.personId, now)
}

const newsOf = ({ id, url }: Webhook, personId: string, now: Date): News => ({
  personId,
  kind: 'webhook-off',
  taskId: null,
  listId: personId,
  title: new URL(url).host,
  actorId: null,
  moment: `${id}:${now.toISOString()}`,
  only: 'app',
})
