import type { FastifySchemaCompiler } from 'fastify'
import type { ZodError, ZodType } from 'zod'
import type { Fault } from './problem.ts'

/** A request that does not match its contract. */
export class Invalid extends Error {
  override name = 'Invalid'
  readonly part: string
  readonly faults: Fault[]
  constructor(part: string, error: ZodError) {
    super('The request does not match its contract.')
    this.part = part === 'querystring' ? 'query' : part
    this.faults = error.issues.flatMap(faultsOf)
  }
}

const mostFaults = 50

/** Holds each part of a request against its Zod schema. */
export const validator: FastifySchemaCompiler<ZodType> = ({ schema, httpPart }) => {
  return (data: unknown) => {
    const result = schema.safeParse(data)
    return result.success ? { value: result.data } : { error: new Invalid(httpPart ?? 'body', result.error) }
  }
}

type Issue = ZodError['issues'][number]

/** One fault per unknown key, so that each points at its own place. */
function faultsOf(issue: Issue): Fault[] {
  if (issue.code !== 'unrecognized_keys') return [{ pointer: pointer(issue.path), detail: issue.message }]
  return issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), detail: 'is not known here' }))
}

/** A JSON Pointer (RFC 6901). */
const pointer = (path: PropertyKey[]) =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Faults as they are answered: not more than anybody reads. */
export const shownFaults = (faults: Fault[]): Fault[] => faults.slice(0, mostFaults)
