import { join } from 'node:path'
import { environment, readConfig } from '@doable/service-kit/config'
import type { Env } from '@doable/service-kit/setting'
import type { Arguments } from './arguments.ts'
import { Folder } from './folder.ts'

/** What a fleet is to be, settled from arguments and settings. */
export type Plan = {
  folder: Folder
  /** Where NGINX listens. */
  host: string
  port: number
  publicUrl: URL
  /** Who stands in front of NGINX and is believed when it says for whom it speaks. */
  trustedProxies: string[]
  /** The file of the keys that sign sessions, and how long a session may live. */
  sessionKeys: string
  sessionMaxDays: number
  /** What of `ops/nginx/settings.env` the environment says otherwise. */
  nginx: Record<string, string>
  replicas: number
  demo: boolean
  /** What its processes are given; REDIS_URL comes when Redis is the fleet's own. */
  env: Env
}

/** @throws BadSetting for a setting no service could start with */
export function planOf({ data, port, replicas, demo }: Arguments, given: Env = environment()): Plan {
  const folder = new Folder(data ?? (given.DATA_DIR || 'data'))
  const env: Env = {
    NODE_ENV: 'production',
    LOG_PRETTY: 'false',
    PUBLIC_URL: `http://localhost:${port}`,
    DATABASE_URL: `sqlite:${join(folder.data, 'doable.db')}`,
    SESSION_KEYS: folder.keys,
    VAPID_KEYS: folder.pushKeys,
    ...given,
    // Only NGINX is spoken to by others, and only NGINX is believed when it says for whom it speaks.
    HOST: '127.0.0.1',
    TRUSTED_PROXIES: '127.0.0.1',
    DATA_DIR: folder.data,
    PORT: '0',
  }
  const wanted = readConfig({ ...env, ...wished(given) })
  const { host, publicUrl, trustedProxies, sessionKeys, sessionMaxDays } = wanted
  const settled = { host, publicUrl, trustedProxies, sessionKeys, sessionMaxDays }
  return { folder, port, ...settled, nginx: ofNginx(given), replicas, demo, env }
}

/** What is meant for NGINX, as services stand behind it. */
const wished = ({ HOST, TRUSTED_PROXIES }: Env): Env => ({ HOST, TRUSTED_PROXIES })

const tunable = [
  'WORKERS',
  'REQUESTS_PER_SECOND',
  'REQUESTS_AT_ONCE',
  'SIGN_INS_PER_MINUTE',
  'SIGN_INS_AT_ONCE',
  'CONNECTIONS_PER_ADDRESS',
  'EVENT_STREAMS_PER_ADDRESS',
  'BODY_LIMIT',
  'CLIENT_TIMEOUT',
]
const ofNginx = (given: Env) =>
  Object.fromEntries(tunable.flatMap((name) => (given[name] ? [[name, given[name]]] : [])))
