import {
  type Operation,
  Operation as OperationForm,
  type OperationResult,
  type Pushed,
} from '@doable/contracts/sync'
import { Invalid, shownFaults } from '@doable/service-kit/invalid'
import { Problem, problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { ForeignKeyConstraintError, UniqueConstraintError } from 'sequelize'
import { perform, Touched } from './act.ts'
import { changesOf } from './changes.ts'
import { remember } from './idempotency.ts'
import { OperationRow } from './operation.ts'
import { carryOut } from './operation-verbs.ts'

/** Results by id of the operation. */
type Known = Map<string, OperationResult>
type Batch = { platform: Platform; personId: string; touched: Touched; known: Known }

/** So many tasks fill an answer. */
const mostTouched = 2000

/**
 * Does what a device says was done, one after the other, each in a transaction of its own and each once. Answers how each
 * ended and how what they were about looks now. What is left over when the answer is full comes again with the next push.
 */
export async function push(platform: Platform, personId: string, operations: unknown[]): Promise<Pushed> {
  const parsed = operations.map((operation) => OperationForm.safeParse(operation))
  const ids = parsed.flatMap(({ data }) => data?.id ?? [])
  const batch: Batch = { platform, personId, touched: new Touched(), known: await stored(personId, ids) }
  const results: OperationResult[] = []
  for (const [at, { data, error }] of parsed.entries()) {
    if (batch.touched.tasks.size >= mostTouched) break
    if (data) results.push(await judge(batch, data))
    else results.push(refused(idOf(operations[at]), malformed(error)))
  }
  return { results, changes: await changesOf(platform, personId, batch.touched) }
}

async function judge(batch: Batch, operation: Operation): Promise<OperationResult> {
  batch.touched.ofNoun(operation.type.split('.')[0] as string).add(operation.subjectId)
  const result = batch.known.get(operation.id) ?? (await attempt(batch, operation))
  batch.known.set(operation.id, result)
  return result
}

async function attempt(
  { platform, personId, touched }: Batch,
  operation: Operation,
): Promise<OperationResult> {
  const { id, at } = operation
  const applied: OperationResult = { id, status: 'applied' }
  try {
    await perform(platform, { personId, at, touched }, async (act) => {
      await carryOut(act, operation)
      await remember(act, id, applied)
    })
    return applied
  } catch (error) {
    const meanwhile = error instanceof UniqueConstraintError && (await stored(personId, [id])).get(id)
    return meanwhile || refuse(platform, personId, id, error)
  }
}

/**
 * A refusal is final and kept. What the program itself is to blame for is refused too, so that it does not hold up all
 * that was done after it, but not kept; trouble of the database goes to the caller, who sends everything again later.
 */
async function refuse(
  platform: Platform,
  personId: string,
  id: string,
  error: unknown,
): Promise<OperationResult> {
  const clash = error instanceof UniqueConstraintError || error instanceof ForeignKeyConstraintError
  const known = clash ? problem(409, 'conflict') : error
  if (known instanceof Problem && known.status < 500) {
    const result = refused(id, known)
    await perform(platform, { personId }, (act) => remember(act, id, result))
    return result
  }
  if (known instanceof Problem || platform.dialect.trouble(error)) throw error
  platform.log.error({ err: error, operation: id }, 'an operation failed')
  return refused(id, problem(500, 'internal-error', 'Something went wrong.'))
}

const refused = (id: string, reason: Problem): OperationResult => ({
  id,
  status: 'refused',
  problem: reason.document(),
})

const malformed = (error: ConstructorParameters<typeof Invalid>[1]) =>
  problem(400, 'invalid', 'The operation does not fit.', shownFaults(new Invalid('operation', error).faults))

/** What a malformed operation calls itself, to tell its sender which one it was. */
function idOf(operation: unknown): string {
  const id = (operation as { id?: unknown } | null)?.id
  return typeof id === 'string' ? id.slice(0, 100) : ''
}

async function stored(personId: string, ids: string[]): Promise<Known> {
  if (ids.length === 0) return new Map()
  const rows = await OperationRow.findAll({ where: { personId, id: ids }, raw: true })
  return new Map(rows.map(({ id, result }) => [id, JSON.parse(result) as OperationResult]))
}
