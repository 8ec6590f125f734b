import type { Problem as Document } from '@doable/contracts/common'

/** `start` and `end` are offsets in a text that could not be read, where `expected` would have been right. */
export type Fault = { pointer: string; detail: string; start?: number; end?: number; expected?: string }

/** An error that is answered as it stands: an RFC 9457 problem document. */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: number
  readonly code: string
  readonly detail: string | undefined
  readonly errors: Fault[] | undefined
  readonly headers: Record<string, string>
  constructor(status: number, code: string, detail?: string, errors?: Fault[], headers = {}) {
    super(detail ?? code)
    this.status = status
    this.code = code
    this.detail = detail
    this.errors = errors
    this.headers = headers
  }

  /** The body of the answer (RFC 9457, section 3). */
  document(): Document {
    const { status, code, detail, errors } = this
    const title = code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ')
    return { type: `/problems/${code}`, title, status, ...(detail && { detail }), ...(errors && { errors }) }
  }
}

/**
 * What is thrown to answer an error.
 * @param code names the kind of error, such as `task-not-found`; clients tell errors apart by it
 * @param detail one sentence for people
 * @param errors what is wrong where; `pointer` is a JSON Pointer (RFC 6901) into the body
 */
export const problem = (status: number, code: string, detail?: string, errors?: Fault[]): Problem =>
  new Problem(status, code, detail, errors)

/** Too many tries (RFC 6585, section 4). */
export const tooMany = (waitSeconds: number): Problem =>
  new Problem(429, 'too-many-tries', `Too many tries; try again in ${waitSeconds} seconds.`, undefined, {
    'retry-after': String(waitSeconds),
  })

/** Something Doable needs is away for the moment (RFC 9110, section 15.6.4). */
export const away = (code: string, detail: string, waitSeconds = 2, faults?: Fault[]): Problem =>
  new Problem(503, code, detail, faults, { 'retry-after': String(waitSeconds) })
