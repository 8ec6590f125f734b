import { parseArgs } from 'node:util'
import { Sorry } from './sorry.ts'

export const help = `Doable as a fleet: several replicas of each service behind NGINX, with Redis.

Usage: npm run fleet -- [options]           start it, and stay with it until Ctrl-C
       npm run fleet -- COMMAND [options]   talk to the one that runs

  status                     what runs, and where
  roll SERVICE               replace the replicas of a service, one by one, without a failed request; all for each
  stop                       stop everything, as Ctrl-C does
  keys list                  the keys that sign sessions, the one that signs first
  keys rotate                sign with a new key from now on; nobody is signed out
  events dead                what could not be handled, and why
  events replay ID           hand it out once more; all for everything
  events discard ID          forget it; all for everything

  --port PORT      listen on this port (8080)
  --replicas N     so many processes of each service (2)
  --data DIR       keep the database, the keys and all state in this folder (data)
  --demo           fill in three people and their lists, once
  --help           show this

DATABASE_URL names a SQL Server, REDIS_URL a Redis that runs elsewhere. All settings are in .env.example.
`

export type Arguments = {
  /** What is asked of a fleet that runs; empty to start one. */
  words: string[]
  help: boolean
  demo: boolean
  port: number
  replicas: number
  data: string | undefined
}

const options = {
  port: { type: 'string', default: '8080' },
  replicas: { type: 'string', default: '2' },
  data: { type: 'string' },
  demo: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Reads the words after `npm run fleet --`. @throws Sorry */
export function readArguments(given: string[]): Arguments {
  const { values, positionals } = parse(given)
  return {
    words: positionals,
    help: values.help,
    demo: values.demo,
    data: values.data,
    port: whole('--port', values.port, 1, 65_535),
    replicas: whole('--replicas', values.replicas, 1, 32),
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw new Sorry(`${name} takes a whole number from ${least} to ${most}, not "${text}".`)
}

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true })
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('. ')
    throw new Sorry(`${sentence.replace(/\.$/, '')}; --help shows what there is.`)
  }
}
