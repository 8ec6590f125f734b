import type { Config } from './config.ts'
import { dialectFor } from './database.ts'
import { NewerDatabase } from './migrations.ts'
import { RedisUnreachable } from './redis.ts'
import { BadSetting } from './setting.ts'

type Failure = Error & { code?: string; number?: number; syscall?: string; path?: string }

/** Why the process cannot start, in one sentence for people; undefined where it is a fault of the program. */
export function sentenceFor(error: unknown, config: Config | undefined): string | undefined {
  const failure = error as Failure
  if (error instanceof BadSetting) return error.message
  if (error instanceof RedisUnreachable) return ofRedis(error)
  if (!config) return undefined
  return ofNetwork(failure, config) ?? ofDatabase(failure, config) ?? ofFiles(failure)
}

function ofNetwork({ code, syscall }: Failure, { host, port }: Config): string | undefined {
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return undefined
  if (code === 'EADDRINUSE') return `Port ${port} is taken; set PORT to a free one, or stop what runs there.`
  if (code === 'EACCES') return `This user may not listen on port ${port}; set PORT to one above 1023.`
  return `Cannot listen on ${host}; set HOST to an address of this machine.`
}

function ofRedis({ message, cause }: RedisUnreachable): string {
  const said = (cause as Failure | undefined)?.message ?? ''
  if (/^(NOAUTH|WRONGPASS|NOPERM)|no username-password pair/.test(said))
    return `Redis at ${message} refuses the user or the password in REDIS_URL.`
  if (/certificate/i.test(said))
    return `Redis at ${message} has a certificate that is not believed (${said}); NODE_EXTRA_CA_CERTS names authorities.`
  return `Redis at ${message} does not answer; start it, or correct REDIS_URL.`
}

function ofDatabase(error: Failure, config: Config): string | undefined {
  const place = dialectFor(config.databaseUrl).place(config.databaseUrl)
  if (error instanceof NewerDatabase)
    return `The database ${place} was made by a newer version of Doable (${error.message}); nothing was changed.`
  const original = (error as { original?: Failure }).original ?? error
  const said: Record<string, string> = {
    SQLITE_BUSY: `The database ${place} is in use by another program.`,
    SQLITE_LOCKED: `The database ${place} is in use by another program.`,
    SQLITE_READONLY: `The database ${place} cannot be written to; check who owns it.`,
    SQLITE_CANTOPEN: `The database ${place} cannot be opened; check the folder and who owns it.`,
    SQLITE_NOTADB: `The file ${place} is not a database.`,
    SQLITE_CORRUPT: `The database ${place} is damaged.`,
    SQLITE_FULL: `The disk that holds ${place} is full.`,
  }
  return said[original.code ?? ''] ?? ofSqlServer(original, place)
}

const certificate = /certificate|self.signed|altnames|unable to verify/i

function ofSqlServer({ code, number, message }: Failure, place: string): string | undefined {
  if (code === 'ESOCKET' && certificate.test(message))
    return `The database at ${place} shows a certificate that is not trusted; set DATABASE_CA to the file of its authority.`
  const said: Record<string, string> = {
    EENCRYPT: `The database at ${place} does not encrypt; have it do so, or end DATABASE_URL in ?encrypt=false.`,
    ELOGIN: `The database at ${place} refuses the user or the password in DATABASE_URL, or is not there.`,
    ESOCKET: `The database at ${place} does not answer.`,
    ETIMEOUT: `The database at ${place} does not answer in time.`,
    // SQL Server's numbers for "permission denied" on a table, and to make one.
    229: `The user in DATABASE_URL may not use its tables at ${place}; ops/sqlserver/3-grants.sql lets it.`,
    3952: `The database at ${place} gives no view of one moment; ops/sqlserver/1-database.sql switches it on (ALLOW_SNAPSHOT_ISOLATION).`,
    262: `The user in DATABASE_URL may make no tables at ${place}; migrate as one that may (ops/sqlserver).`,
  }
  return said[code ?? ''] ?? said[number ?? '']
}

function ofFiles({ code, path }: Failure): string | undefined {
  const said: Record<string, string> = {
    EACCES: 'cannot be written to; check who owns it',
    EPERM: 'cannot be written to; check who owns it',
    EROFS: 'cannot be written to; the disk is read-only',
    ENOSPC: 'cannot be written; the disk is full',
    ENOTDIR: 'cannot be made; a part of its path is a file',
    EEXIST: 'cannot be made; there is a file of that name',
  }
  const what = said[code ?? '']
  return what && path ? `${path} ${what}.` : undefined
}
