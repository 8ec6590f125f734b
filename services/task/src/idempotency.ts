import { hash } from 'node:crypto'
import type { Person } from '@doable/service-kit/principal'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyRequest } from 'fastify'
import { UniqueConstraintError } from 'sequelize'
import { type Act, perform } from './act.ts'
import { OperationRow } from './operation.ts'

type Verb<T> = (act: Act) => Promise<T>
type Caller = { person: Person; request: FastifyRequest }
type Keyed = { id: string; fingerprint: string }

/**
 * Runs a verb for a request. With an `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header) the answer is kept
 * for 30 days with what was done, and a repeat is answered with it; a refusal is not kept.
 * @throws 400 `bad-idempotency-key`, 422 `idempotency-key-reused` for another request under the same key
 */
export async function write<T>(platform: Platform, caller: Caller, verb: Verb<T>): Promise<T> {
  const personId = caller.person.id
  const keyed = keyOf(caller.request)
  if (!keyed) return perform(platform, { personId }, verb)
  const known = await answered<T>(personId, keyed)
  if (known) return known.result
  try {
    return await perform(platform, { personId }, async (act) => {
      const result = await verb(act)
      await remember(act, keyed.id, result, keyed.fingerprint)
      return result
    })
  } catch (error) {
    const meanwhile = error instanceof UniqueConstraintError && (await answered<T>(personId, keyed))
    if (!meanwhile) throw error
    return meanwhile.result
  }
}

/** Keeps how an operation ended, in the transaction in which it was done. */
export async function remember(act: Act, id: string, result: unknown, fingerprint: string | null = null) {
  const row = { personId: act.personId, id, fingerprint, createdAt: act.now }
  await OperationRow.create({ ...row, result: JSON.stringify(result ?? null) })
}

function keyOf({ headers, method, url, body }: FastifyRequest): Keyed | undefined {
  const given = headers['idempotency-key']
  if (given === undefined) return undefined
  if (typeof given !== 'string' || !/^[\x21-\x7e]{1,100}$/.test(given))
    throw problem(400, 'bad-idempotency-key', 'An Idempotency-Key has 1 to 100 visible ASCII characters.')
  const request = JSON.stringify([method, url, body ?? null])
  return { id: `rest:${given}`, fingerprint: hash('sha256', request, 'hex') }
}

async function answered<T>(personId: string, { id, fingerprint }: Keyed): Promise<{ result: T } | undefined> {
  const row = await OperationRow.findOne({ where: { personId, id }, raw: true })
  if (!row) return undefined
  if (row.fingerprint !== fingerprint)
    throw problem(422, 'idempotency-key-reused', 'This Idempotency-Key was used for another request.')
  return { result: JSON.parse(row.result) as T }
}
