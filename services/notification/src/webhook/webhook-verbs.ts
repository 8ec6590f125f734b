import { mostWebhooks } from '@doable/contracts/webhook-limits'
import { placeOf, RefusedAddress } from '@doable/service-kit/outbound-address'
import { type Problem, problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'
import { v7 as uuidv7 } from 'uuid'
import { tell } from '../tell.ts'
import { newSecret } from './signature.ts'
import { publicWebhook, Webhook, webhooksOf } from './webhook.ts'

const hour = 60 * 60 * 1000
/** Each asks a name server or sends something to where a person says: not to be done at will. */
const mostPerHour = 60
/** How long a secret that was replaced signs along with the new one. */
const formerMs = 24 * hour

const counted = ({ limits }: Platform, personId: string) =>
  limits.count(`webhook:${personId}`, mostPerHour, hour)

const refused = (code: string, detail: string): Problem =>
  problem(400, code, detail, [{ pointer: '/url', detail }])

/** The address as it is kept. @throws 400 `address-` and what is wrong with it */
async function checked({ config }: Platform, text: string): Promise<string> {
  try {
    const { url } = await placeOf(config, text)
    url.hash = ''
    return url.href
  } catch (error) {
    if (error instanceof RefusedAddress) throw refused(`address-${error.reason}`, error.message)
    throw refused('address-unknown', 'No server is known by this name.')
  }
}

/** @throws 404 when it is not this person's */
async function mine(personId: string, id: string): Promise<Webhook> {
  const row = await Webhook.findOne({ where: { id, personId } })
  if (!row) throw problem(404, 'webhook-not-found', 'There is no such webhook.')
  return row
}

/** @throws 400 `address-` and what is wrong with it, 409 `too-many-webhooks`, 429 */
export async function addWebhook(platform: Platform, personId: string, address: string) {
  await counted(platform, personId)
  const url = await checked(platform, address)
  return inTransaction(platform.db, async (transaction) => {
    if ((await webhooksOf(personId, transaction)).length >= mostWebhooks)
      throw problem(409, 'too-many-webhooks', `There can be ${mostWebhooks} webhooks at most.`)
    const secret = newSecret()
    const fields = { id: uuidv7(), personId, url, secret, enabled: true, createdAt: platform.clock.now() }
    const row = await Webhook.create(fields, { transaction })
    return { webhook: publicWebhook(row), secret }
  })
}

type Patch = { url?: string | undefined; enabled?: boolean | undefined }

/** Whoever switches it on, or gives it another address, gives it a day again. @throws 404, 400 as `addWebhook` */
export async function changeWebhook(platform: Platform, personId: string, id: string, patch: Patch) {
  const row = await mine(personId, id)
  const { enabled = row.enabled } = patch
  if (patch.url !== undefined) await counted(platform, personId)
  const url = patch.url === undefined ? row.url : await checked(platform, patch.url)
  const isNew = url !== row.url || (enabled && !row.enabled)
  await row.update({ url, enabled, ...(isNew && { failingSince: null, switchedOff: null }) })
  return publicWebhook(row)
}

/** @throws 404 */
export async function removeWebhook(personId: string, id: string): Promise<void> {
  const row = await mine(personId, id)
  await row.destroy()
}

/** @throws 404 */
export async function renewSecret({ clock }: Platform, personId: string, id: string) {
  const row = await mine(personId, id)
  const formerUntil = new Date(clock.now().getTime() + formerMs)
  await row.update({ secret: newSecret(), formerSecret: row.secret, formerUntil })
  return { webhook: publicWebhook(row), secret: row.secret }
}

/** @throws 404, 409 `webhook-off`, 429 */
export async function testWebhook(platform: Platform, personId: string, id: string): Promise<void> {
  const row = await mine(personId, id)
  if (!row.enabled) throw problem(409, 'webhook-off', 'Switch the webhook on before you test it.')
  await counted(platform, personId)
  const moment = `${id}:${platform.clock.now().toISOString()}`
  const about = { personId, kind: 'test', taskId: null, listId: personId, title: 'webhook' } as const
  await inTransaction(platform.db, (transaction) =>
    tell(platform, transaction, {
      ...about,
      actorId: null,
      moment,
      only: 'webhook',
      target: id,
      urgent: true,
    }),
  )
}
