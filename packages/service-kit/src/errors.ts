import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { ForeignKeyConstraintError, UniqueConstraintError } from 'sequelize'
import type { Dialect } from './dialects/dialect.ts'
import { mssql } from './dialects/mssql.ts'
import { sqlite } from './dialects/sqlite.ts'
import { Invalid, shownFaults } from './invalid.ts'
import { away, Problem, problem } from './problem.ts'
import { isRedisAway } from './redis.ts'

/** The one place where an error becomes an answer. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const answer = asProblem(error)
  if (answer.status >= 500) request.log.error({ err: error }, answer.code)
  return reply
    .code(answer.status)
    .headers(answer.headers)
    .type('application/problem+json')
    .send(JSON.stringify(answer.document()))
}

/** What is not HTTP never becomes a request; the connection is answered and closed. */
export function answerMalformed(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const tooLong = error.code === 'HPE_HEADER_OVERFLOW'
  const answer = tooLong ? problem(431, 'headers-too-large') : problem(400, 'bad-request')
  const body = JSON.stringify(answer.document())
  const head = `HTTP/1.1 ${answer.status} ${tooLong ? 'Request Header Fields Too Large' : 'Bad Request'}`
  const length = Buffer.byteLength(body)
  socket.end(
    `${head}\r\ncontent-type: application/problem+json\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n${body}`,
  )
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof Invalid)
    return problem(400, 'invalid', `The ${error.part} does not fit.`, shownFaults(error.faults))
  return (
    ofDatabase(error) ??
    ofRedis(error) ??
    ofHttp(error as FastifyError) ??
    problem(500, 'internal-error', 'Something went wrong.')
  )
}

const known: Record<string, { code: string; detail: string }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'too-large', detail: 'The request is too large.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'unsupported-media-type', detail: 'Send application/json.' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'bad-json', detail: 'The body is not JSON.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'bad-json', detail: 'The body is empty.' },
  FST_ERR_BAD_URL: { code: 'bad-url', detail: 'The address cannot be read.' },
}

function ofHttp({ statusCode, code, name }: FastifyError): Problem | undefined {
  if (!statusCode || statusCode < 400 || statusCode >= 500) return undefined
  const said = known[code] ?? (name === 'SyntaxError' ? known.FST_ERR_CTP_INVALID_JSON_BODY : undefined)
  return said ? problem(statusCode, said.code, said.detail) : problem(statusCode, 'bad-request')
}

const troubles = {
  full: () =>
    problem(507, 'storage-full', 'The disk is full: nothing can be saved until there is space again.'),
  'read-only': () =>
    problem(507, 'storage-read-only', 'The database cannot be written to: nothing can be saved.'),
  busy: () => away('database-busy', 'The database is busy; try again.'),
  moved: () =>
    away(
      'database-moved',
      'The file of the database was moved or replaced: put it back, or start Doable again.',
      30,
    ),
  away: () => away('database-away', 'The database does not answer; try again.', 5),
}
const dialects: Dialect[] = [sqlite, mssql]

function ofDatabase(error: unknown): Problem | undefined {
  if (error instanceof UniqueConstraintError) return problem(409, 'already-exists')
  if (error instanceof ForeignKeyConstraintError) return problem(409, 'conflict')
  const trouble = dialects.map((dialect) => dialect.trouble(error)).find((found) => found)
  return trouble && troubles[trouble]()
}

/** Sessions are there: whoever cannot be looked up is answered nothing rather than taken for nobody. */
const ofRedis = (error: unknown): Problem | undefined =>
  isRedisAway(error) ? away('redis-away', 'The store of sessions does not answer; try again.') : undefined
