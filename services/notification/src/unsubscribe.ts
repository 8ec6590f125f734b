import { createHmac, randomBytes } from 'node:crypto'
import { Kind } from '@doable/contracts/notification-kind'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'
import { Recipient } from './recipient.ts'
import { isSame } from './same.ts'
import { changeSettings, settingsOf } from './settings.ts'

/** What a link in a mail stands for. */
type Wish = { recipient: Recipient; kind: Kind }

const signed = (secret: string, kind: Kind) => createHmac('sha256', secret).update(kind).digest('base64url')

/** Says whose e-mail about what is to stop; only somebody who has the mail can know it. */
export async function unsubscribeToken(recipient: Recipient, kind: Kind): Promise<string> {
  return `${recipient.personId}.${kind}.${signed(await secretOf(recipient), kind)}`
}

/** Made once, though several mails to the person may be the first. */
async function secretOf({ personId, mailSecret }: Recipient): Promise<string> {
  if (mailSecret !== null) return mailSecret
  const made = randomBytes(32).toString('base64url')
  await Recipient.update({ mailSecret: made }, { where: { personId, mailSecret: null } })
  const row = await Recipient.findByPk(personId)
  if (!row?.mailSecret) throw new Error('The person is no longer known.')
  return row.mailSecret
}

/** @throws 404 `link-not-valid` */
export async function readToken(token: string): Promise<Wish> {
  const [personId = '', name, signature = ''] = token.split('.')
  const { data: kind } = Kind.safeParse(name)
  const recipient = await Recipient.findByPk(personId.slice(0, 36))
  if (!kind || !recipient?.mailSecret || !isSame(signature, signed(recipient.mailSecret, kind)))
    throw problem(404, 'link-not-valid', 'This link is not valid.')
  return { recipient, kind }
}

/** Switches e-mail about a kind of news off; again does nothing. */
export async function unsubscribe({ db }: Platform, { recipient, kind }: Wish): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const { kinds } = await settingsOf(recipient.personId, transaction)
    const over = kinds[kind].filter((channel) => channel !== 'email')
    if (over.length < kinds[kind].length)
      await changeSettings(recipient.personId, { kinds: { [kind]: over } }, transaction)
  })
}
