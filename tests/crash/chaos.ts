import { dataFolder, freePort, remove, startServer } from '../support/server.ts'
import { killing, type Pace, type Ran, untilPlanned } from './killing.ts'
import { type Provider, startFlakyMail, startFlakyReceiver } from './providers.ts'
import { accepted, inApp, prepare, remindersEach, type Size, type Told } from './reminding.ts'

const minute = 60_000

export type Outcome = Ran & {
  reminders: number
  /** Messages that the providers had to accept. */
  external: number
  /** Neither in the app nor at a provider. */
  lost: number
  /** In the app twice, or accepted under two ids. */
  doubled: number
  /** Accepted again, under the id that they had before. */
  repeats: number
  tries: number
  failed: number
}

/**
 * Reminders over several channels, while two workers on one database are killed in turns, their database and Redis are
 * taken from them, and the providers fail a third of the time and take messages whose senders never hear of it.
 */
export async function chaos(rules: Size & Pace): Promise<Outcome> {
  const [data, port] = [await dataFolder(), await freePort()]
  const providers = { email: await startFlakyMail(), webhook: await startFlakyReceiver() }
  const env = {
    SMTP_URL: providers.email.url,
    OUTBOUND_ALLOW: '127.0.0.0/8',
    MAIL_PER_MINUTE: '1000000',
    DATABASE_URL: `sqlite:${data}/doable.db`,
    SESSION_KEYS: `${data}/session-keys.json`,
  }
  const start = () => startServer({ data, port, file: true, env })
  try {
    const first = Math.ceil(Date.now() / minute + 4) * minute
    const server = await start()
    const all = await prepare(server.url, providers.webhook.url, { ...rules, first })
      .then(async (told) => untilPlanned(data, told.length * rules.tasks * remindersEach).then(() => told))
      .finally(() => server.stop())
    const ran = await killing(data, env, { ...rules, first })
    const after = await start()
    const counted = await count(all, providers).finally(() => after.stop())
    return { ...counted, ...ran }
  } finally {
    for (const provider of Object.values(providers)) await provider.stop()
    await remove(data)
  }
}

async function count(all: Told[], providers: Record<'email' | 'webhook', Provider>) {
  const books = Object.entries(providers).map(([channel, { book }]) => ({ channel, book }))
  const missed = [await inApp(all), ...books.map(({ channel, book }) => accepted(all, channel, book))]
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
  const taken = sum(books.flatMap(({ book }) => [...book.accepted.values()].map(({ times }) => times)))
  const ids = sum(books.map(({ book }) => book.accepted.size))
  const failed = sum(books.map(({ book }) => book.failed))
  return {
    reminders: sum(all.map(({ titles }) => titles.length * remindersEach)),
    external: sum(all.map(({ over, titles }) => over.length * titles.length * remindersEach)),
    lost: sum(missed.map(({ lost }) => lost)),
    doubled: sum(missed.map(({ doubled }) => doubled)),
    repeats: taken - ids,
    tries: taken + failed,
    failed,
  }
}
