import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Config, readConfig } from '@doable/service-kit/config'
import { openDatabase } from '@doable/service-kit/database'
import { shownError } from '@doable/service-kit/log-error'
import { migrate, type Owner, rollBack, status } from '@doable/service-kit/migrations'
import { commandPushKeys } from '@doable/service-kit/push-keys'
import { BadSetting } from '@doable/service-kit/setting'
import { sentenceFor } from '@doable/service-kit/start-error'
import type { Sequelize } from 'sequelize'
import { administratorCommand } from './db-administrator.ts'
import { backupCommand, restoreCommand } from './db-backup.ts'
import { jobsCommand } from './db-jobs.ts'
import { services } from './services.ts'

const help = `Usage: npm run db -- COMMAND [options]

  migrate              run the migrations that have not been run
  rollback [--all]     take the last migration back, or all of them
  seed                 fill in the seeds that have not been filled in
  status               show what has been run and what waits
  jobs dead            show the jobs that were given up, the oldest first: reminders, mail and the like
  jobs retry ID        have one of them done again, or
  jobs discard ID      forget it
  administrator EMAIL [--remove]
                       make a person an administrator, or no longer one
  backup FILE [--force] [--without-keys]
                       write all there is into one file, while the system runs (docs/guides/backup-and-restore.md)
  restore FILE [--stopped] [--send-late]
                       put a backup in the place of the database, once it has been proven; stop the system first
  new NAME [--seed]    write an empty migration, or seed, named YYYYMMDD-NAME
  push-keys [--replace]
                       make the keys of web push, in the file that VAPID_KEYS names

  --service NAME       only this service: ${services.map(({ name }) => name).join(', ')}
  --help               show this
`

export type Options = {
  all: boolean
  seed: boolean
  remove: boolean
  force: boolean
  withoutKeys: boolean
  stopped: boolean
  sendLate: boolean
  words: string[]
}
type Command = (db: Sequelize, owners: Owner[], options: Options, config: Config) => Promise<string[]>

const commands: Record<string, Command> = {
  migrate: async (db, owners) => told(await migrate(db, owners), 'ran'),
  seed: async (db, owners) => {
    await migrate(db, owners)
    return told(await migrate(db, owners, 'seeds'), 'filled in')
  },
  rollback: async (db, owners, { all }) => {
    const undone: string[] = []
    for (const owner of all ? owners.toReversed() : [only(owners)])
      undone.push(...(await rollBack(db, owner, all)))
    return told(undone, 'took back')
  },
  status: async (db, owners) => {
    const lines: string[] = []
    for (const owner of owners) {
      const { done, waiting } = await status(db, owner)
      lines.push(...done.map((name) => `${owner.name}  done     ${name}`))
      lines.push(...waiting.map((name) => `${owner.name}  waiting  ${name}`))
    }
    return lines
  },
  jobs: async (db, _, { words }) => {
    await needMigrated(db)
    return jobsCommand(db, words)
  },
  backup: async (db, _, options, config) => backupCommand(db, config, options),
  administrator: async (db, _, { words, remove }, config) => {
    await needMigrated(db)
    return administratorCommand(db, config, words, remove)
  },
}

/** Refuses a database whose tables are not those this version knows. */
async function needMigrated(db: Sequelize): Promise<void> {
  for (const service of services)
    if ((await status(db, service)).waiting.length > 0)
      throw new BadSetting('The database is older than this version: run "npm run db -- migrate" first.')
}

const told = (names: string[], verb: string) =>
  names.length ? names.map((name) => `${verb} ${name}`) : ['nothing to do']

function only(owners: Owner[]): Owner {
  const [owner] = owners
  if (owners.length === 1 && owner) return owner
  throw new BadSetting('Say whose with --service NAME, or --all for everything.')
}

/** A migration is code that is never edited once released, so its file starts with the day it was written. */
async function writeNew(owner: Owner, { words: [name], seed }: Options): Promise<string> {
  if (!name || !/^[a-z][a-z0-9-]*$/.test(name))
    throw new BadSetting('Give it a name such as add-color-to-lists: small letters, digits and hyphens.')
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '')
  const folder = new URL(seed ? 'seeds/' : 'migrations/', owner.home)
  const file = fileURLToPath(new URL(`${day}-${name}.ts`, folder))
  await mkdir(folder, { recursive: true })
  await writeFile(file, template, { flag: 'wx' })
  return file
}
const template = `import type { QueryInterface } from 'sequelize'

export async function up(q: QueryInterface) {}

export async function down(q: QueryInterface) {}
`

function read(given: string[]) {
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: {
      service: { type: 'string' },
      all: { type: 'boolean', default: false },
      seed: { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      remove: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      'without-keys': { type: 'boolean', default: false },
      stopped: { type: 'boolean', default: false },
      'send-late': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const [command = '', ...words] = positionals
  const most = { new: 1, backup: 1, restore: 1, jobs: 9, administrator: 9 }[command] ?? 0
  if (words.length > most) throw new BadSetting(`Not understood: ${words.join(' ')}`)
  const { all, seed, remove, force, stopped } = values
  const late = { withoutKeys: values['without-keys'], sendLate: values['send-late'] }
  const owners = services.filter(({ name }) => values.service === undefined || name === values.service)
  if (owners.length === 0) throw new BadSetting(`There is no service "${values.service}".`)
  return {
    command,
    owners,
    help: values.help,
    replace: values.replace,
    options: { all, seed, remove, force, stopped, ...late, words },
  }
}

async function onDatabase(command: Command, owners: Owner[], options: Options, config: Config) {
  const db = await openDatabase(config.databaseUrl, config)
  try {
    for (const service of services) service.models(db)
    return await command(db, owners, options, config)
  } finally {
    await db.close()
  }
}

const isArgument = (error: unknown): error is Error =>
  /^ERR_PARSE_ARGS/.test((error as { code?: string }).code ?? '')

let config: Config | undefined
try {
  const { command, owners, help: asked, replace, options } = read(process.argv.slice(2))
  const known = commands[command]
  if (asked || !command) console.log(help)
  else if (command === 'new') console.log(`wrote ${await writeNew(only(owners), options)}`)
  else if (command === 'push-keys') console.log((await commandPushKeys(readConfig(), replace)).join('\n'))
  else if (command === 'restore') {
    config = readConfig()
    console.log((await restoreCommand(config, options)).join('\n'))
  } else if (!known) throw new BadSetting(`There is no "${command}"; --help shows what there is.`)
  else {
    config = readConfig()
    console.log((await onDatabase(known, owners, options, config)).join('\n'))
  }
} catch (error) {
  console.error(sentenceFor(error, config) ?? (isArgument(error) ? error.message : shownError(error).stack))
  process.exitCode = 1
}
