import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Env, Read, Setting } from './setting.ts'
import {
  accountName,
  apiUrl,
  BadSetting,
  connections,
  contact,
  count,
  dataSize,
  days,
  mailbox,
  mailServer,
  messages,
  oneOf,
  optional,
  optionalPort,
  pairs,
  proxies,
  reachable,
  receiver,
  seconds,
  secret,
  share,
  smsSender,
  tcpPort,
  text,
  tries,
  webUrl,
} from './setting.ts'

/** One setting a person may give through the environment or `.env`. */
const setting = <T>(name: string, standard: Setting<T>['standard'], help: string, read: Read<T>) =>
  ({ name, standard, help, read }) satisfies Setting<T>

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const modes = ['development', 'production', 'test'] as const

const samplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const

const hostOf = (url = '') => (URL.canParse(url) ? new URL(url).hostname : 'localhost')

const mailFrom = (env: Env) => `Doable <doable@${hostOf(env.PUBLIC_URL)}>`
/** Push services ask for one that they could write to (RFC 8292, 2.1). */
const vapidContact = (env: Env) =>
  env.PUBLIC_URL?.startsWith('https:')
    ? env.PUBLIC_URL
    : `mailto:${mailbox(env.MAIL_FROM || mailFrom(env), 'MAIL_FROM').address}`

/** Every setting there is, in the order of `.env.example`. */
export const settings = {
  host: setting('HOST', '127.0.0.1', 'The address to listen on; 0.0.0.0 for every network card.', text),
  port: setting('PORT', '3000', 'The port to listen on.', tcpPort),
  publicUrl: setting(
    'PUBLIC_URL',
    (env) => `http://localhost:${env.PORT || 3000}`,
    'Where people open Doable; https makes the session cookie Secure.',
    webUrl,
  ),
  dataDir: setting('DATA_DIR', 'data', 'The folder for the database and the keys of this machine.', text),
  databaseUrl: setting(
    'DATABASE_URL',
    (env) => `sqlite:${join(env.DATA_DIR || 'data', 'doable.db')}`,
    'sqlite:<file>, also with ?synchronous=full, or mssql://user:password@host:1433/database, also with ?encrypt=false or ?trustServerCertificate=true for trying out.',
    text,
  ),
  backupFolder: setting(
    'BACKUP_FOLDER',
    (env) => join(env.DATA_DIR || 'data', 'backups'),
    'Where npm start puts a backup of a SQLite file each day; another disk is safer.',
    text,
  ),
  backupsKept: setting('BACKUPS_KEPT', '7', 'How many of those stay; 0 makes none.', count),
  databasePool: setting(
    'DATABASE_POOL',
    '20',
    'The most connections of a process to SQL Server.',
    connections,
  ),
  databaseTimeout: setting(
    'DATABASE_TIMEOUT',
    '15',
    'Seconds after which a statement on SQL Server is given up.',
    seconds,
  ),
  databaseConnectTimeout: setting(
    'DATABASE_CONNECT_TIMEOUT',
    '5',
    'Seconds after which connecting to SQL Server is given up.',
    seconds,
  ),
  databaseCa: setting(
    'DATABASE_CA',
    '',
    'A PEM file: the only authority that may have signed the certificate of SQL Server; unset means those that Node knows.',
    optional,
  ),
  redisUrl: setting(
    'REDIS_URL',
    '',
    'Redis for several processes: redis[s]://, redis[s]-sentinel:// or redis[s]-cluster://; unset means one process.',
    optional,
  ),
  metricsPort: setting(
    'METRICS_PORT',
    '',
    'The port that answers /metrics for Prometheus, on HOST; publish it to nobody. Unset means none.',
    optionalPort,
  ),
  mode: setting(
    'NODE_ENV',
    'development',
    'production refuses settings fit only for trying out.',
    oneOf(modes),
  ),
  logLevel: setting('LOG_LEVEL', 'info', `How much is logged: ${levels.join(', ')}.`, oneOf(levels)),
  logPretty: setting(
    'LOG_PRETTY',
    'auto',
    'Log lines for people: true, false (JSON) or auto (on a terminal).',
    oneOf(['auto', 'true', 'false']),
  ),
  traceReceiver: setting(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    '',
    'Where traces are sent, by OTLP over HTTP: http://collector:4318; unset means nowhere.',
    receiver,
  ),
  traceHeaders: setting(
    'OTEL_EXPORTER_OTLP_HEADERS',
    '',
    'What such a receiver wants to be told, as name=value with commas between.',
    pairs,
  ),
  traceName: setting(
    'OTEL_SERVICE_NAME',
    '',
    'What this process is called in traces; unset means doable-task for the task service alone, and so on.',
    optional,
  ),
  traceResource: setting(
    'OTEL_RESOURCE_ATTRIBUTES',
    '',
    'What else is said of it, as name=value with commas between: deployment.environment.name=production.',
    pairs,
  ),
  traceSampler: setting(
    'OTEL_TRACES_SAMPLER',
    'parentbased_always_on',
    `Which traces are recorded: ${samplers.join(', ')}.`,
    oneOf(samplers),
  ),
  traceRatio: setting('OTEL_TRACES_SAMPLER_ARG', '1', 'For ...traceidratio: the share from 0 to 1.', share),
  sessionKeys: setting(
    'SESSION_KEYS',
    (env) => join(env.DATA_DIR || 'data', 'session-keys.json'),
    'The file of the keys that sign sessions; made at first start on one machine.',
    text,
  ),
  sessionIdleDays: setting('SESSION_IDLE_DAYS', '14', 'Days without use that end a session.', days),
  sessionMaxDays: setting('SESSION_MAX_DAYS', '90', 'Days after which a session ends in any case.', days),
  accountGraceDays: setting('ACCOUNT_GRACE_DAYS', '14', 'Days a deleted account can be had back.', days),
  signInTries: setting('SIGN_IN_TRIES', '5', 'Failed sign-ins per account before waiting begins.', tries),
  addressTries: setting('ADDRESS_TRIES', '30', 'Failed sign-ins per address before waiting begins.', tries),
  signInWait: setting('SIGN_IN_WAIT', '15', 'Seconds of the first wait; each further one doubles.', seconds),
  signInMaxWait: setting('SIGN_IN_MAX_WAIT', '900', 'Seconds of the longest wait.', seconds),
  registrationsPerHour: setting('REGISTRATIONS_PER_HOUR', '100', 'New accounts per address and hour.', tries),
  trustedProxies: setting(
    'TRUSTED_PROXIES',
    '',
    'Addresses or ranges whose X-Forwarded-For is believed, with commas between.',
    proxies,
  ),
  smtpUrl: setting(
    'SMTP_URL',
    '',
    'The server that takes e-mail: smtp://user:password@host:587 or smtps://user:password@host:465; unset means no e-mail.',
    mailServer,
  ),
  mailFrom: setting('MAIL_FROM', mailFrom, 'Whom e-mail is from, as Name <address>.', mailbox),
  vapidKeys: setting(
    'VAPID_KEYS',
    (env) => join(env.DATA_DIR || 'data', 'push-keys.json'),
    'The file of the keys that web push is signed with; made at first start on one machine, by npm run db -- push-keys for several.',
    text,
  ),
  vapidContact: setting(
    'VAPID_CONTACT',
    vapidContact,
    'Whom push services write to when something is wrong, as mailto:address or https://address; PUBLIC_URL where that is https.',
    contact,
  ),
  outboundAllow: setting(
    'OUTBOUND_ALLOW',
    '',
    'Private receivers that Doable may speak to, unencrypted and on any port too: ranges or host names with commas between.',
    reachable,
  ),
  outboundCa: setting(
    'OUTBOUND_CA',
    '',
    'A PEM file: an authority that may have signed the certificates of such receivers and of the mail server, besides those that Node knows.',
    optional,
  ),
  mailPerMinute: setting(
    'MAIL_PER_MINUTE',
    '600',
    'The most e-mails a minute that all processes send together; more wait.',
    tries,
  ),
  smsUrl: setting(
    'SMS_URL',
    'https://api.twilio.com',
    "Where SMS are handed over: Twilio's API, or one of the same contract.",
    apiUrl,
  ),
  smsAccount: setting('SMS_ACCOUNT', '', 'The account (SID) at SMS_URL; unset means no SMS.', accountName),
  smsToken: setting(
    'SMS_TOKEN',
    '',
    'The secret of SMS_ACCOUNT, which also signs what the provider reports.',
    secret,
  ),
  smsFrom: setting(
    'SMS_FROM',
    '',
    'Whom SMS are from: a number such as +4915112345678, or a messaging service (MG...).',
    smsSender,
  ),
  smsPerDay: setting('SMS_PER_DAY', '20', 'The most SMS to one person in a day, codes included.', messages),
  smsPerMinute: setting(
    'SMS_PER_MINUTE',
    '60',
    'The most SMS a minute that all processes send together; more wait.',
    tries,
  ),
  webhooksPerMinute: setting('WEBHOOKS_PER_MINUTE', '1200', 'The same for webhooks.', tries),
  pushesPerMinute: setting('PUSHES_PER_MINUTE', '6000', 'The same for web push.', tries),
  bodyLimit: setting('BODY_LIMIT', '1048576', 'The largest request body in bytes.', dataSize),
}

type Values = { [K in keyof typeof settings]: ReturnType<(typeof settings)[K]['read']> }
export type Config = Values & {
  /** False only when NODE_ENV is production: answers are then not held against their contracts. */
  checksAnswers: boolean
}

/** How SQL Server is talked to. */
export type DatabaseSettings = Pick<
  Config,
  'databasePool' | 'databaseTimeout' | 'databaseConnectTimeout' | 'databaseCa'
>

/**
 * Secrets that are handed over as files: `NAME_FILE` names the file whose text is the setting NAME, and goes before NAME.
 * @throws BadSetting
 */
function withFiles(env: Env): Env {
  const read: Env = {}
  for (const { name } of Object.values(settings)) {
    const file = env[`${name}_FILE`]
    if (file) read[name] = textOf(file, `${name}_FILE`)
  }
  return { ...env, ...read }
}

function textOf(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new BadSetting(`${name} names ${file}, which cannot be read.`)
  }
}

/** The environment of this process, with what `.env` adds where it says nothing. */
export function environment(): Env {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

/**
 * The only reader of the environment.
 * @throws BadSetting
 */
export function readConfig(given: Env = environment()): Config {
  const env = withFiles(given)
  const values: Record<string, unknown> = {}
  for (const [key, one] of Object.entries(settings)) {
    const standard = typeof one.standard === 'function' ? one.standard(env) : one.standard
    values[key] = one.read(env[one.name]?.trim() || standard, one.name)
  }
  const config = values as Values
  if (config.sessionIdleDays > config.sessionMaxDays)
    throw new BadSetting('SESSION_IDLE_DAYS must not be more than SESSION_MAX_DAYS.')
  if (config.mode === 'production' && config.redisUrl && !env.SESSION_KEYS)
    throw new BadSetting('SESSION_KEYS must name the file of signing keys that all processes share.')
  return { ...config, checksAnswers: config.mode !== 'production' }
}

/** The text of `.env.example`: every setting commented out at its default. */
export function envExample(): string {
  const lines = Object.values(settings).map(({ name, standard, help }) => {
    const value = typeof standard === 'function' ? standard({}) : standard
    return `# ${help}\n#${name}=${value}\n`
  })
  return `# Every setting of Doable and its default. Copy to .env and uncomment what differs.\n# NAME_FILE=/path names a file that holds the setting NAME instead, as secrets are handed to containers.\n\n${lines.join('\n')}`
}
