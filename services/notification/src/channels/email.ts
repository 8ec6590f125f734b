import { type Channel, Undeliverable } from '../channel.ts'
import { Recipient } from '../recipient.ts'
import { refuseUnwanted } from '../wanted.ts'
import { mailOf } from './mail.ts'
import { connections, handOver, hangUp } from './mail-server.ts'

/** E-mail over SMTP. */
export const email: Channel = {
  name: 'email',
  missing: ({ config }) => (config.smtpUrl ? null : 'E-mail is not set up: SMTP_URL is not set.'),
  async targets(personId, transaction) {
    const person = await Recipient.findByPk(personId, { ...(transaction && { transaction }) })
    return person?.email ? [''] : []
  },
  async send(platform, message) {
    const { notification, recipient } = message
    const { smtpUrl, mailFrom } = platform.config
    if (!smtpUrl) throw new Error('E-mail is not set up.')
    if (!recipient.email) throw new Undeliverable('There is no address.')
    await refuseUnwanted('email', notification)
    const to = { name: recipient.name, address: recipient.email }
    const mail = { ...(await mailOf(platform, message)), from: mailFrom, to, date: platform.clock.now() }
    return (await handOver(platform, smtpUrl, mail)).slice(0, 200)
  },
  atOnce: connections,
  perMinute: ({ config }) => config.mailPerMinute,
  close: hangUp,
}
