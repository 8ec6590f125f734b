import type { NewPushDevice } from '@doable/contracts/push'
import type { UserEvents } from '@doable/contracts/user'
import type { Person } from '@doable/service-kit/principal'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'
import { Op, type Transaction, UniqueConstraintError } from 'sequelize'
import { v7 as uuidv7 } from 'uuid'
import { hashOf, PushDevice } from './push-device.ts'

const mostDevices = 20
const order: [string, string][] = [
  ['lastSeenAt', 'DESC'],
  ['id', 'DESC'],
]

export const devicesOf = (personId: string, transaction?: Transaction): Promise<PushDevice[]> =>
  PushDevice.findAll({ where: { personId }, order, ...(transaction && { transaction }) })

type Subscribing = { person: Person; news: NewPushDevice; name: string }

/**
 * Pushes a person's news to a browser from now on. Somebody else's news are pushed there no more, as whoever uses a browser has
 * its endpoint.
 * @throws 404 where `replaces` is not this person's, 409 after 20
 */
export async function addDevice(platform: Platform, adding: Subscribing): Promise<PushDevice> {
  const once = () => inTransaction(platform.db, (transaction) => add(platform, transaction, adding))
  try {
    return await once()
  } catch (error) {
    // Another tab of the same browser was faster.
    if (error instanceof UniqueConstraintError) return once()
    throw error
  }
}

async function add({ clock }: Platform, transaction: Transaction, { person, news, name }: Subscribing) {
  const kept = await free(transaction, person.id, news)
  const now = clock.now()
  const { endpoint, keys } = news
  const place = { endpoint, endpointHash: hashOf(endpoint), ...keys, device: name }
  const fields = { ...place, sessionId: person.sessionId, lastSeenAt: now }
  if (kept) return kept.update(fields, { transaction })
  if ((await PushDevice.count({ where: { personId: person.id }, transaction })) >= mostDevices)
    throw problem(409, 'too-many-push-devices', 'News is pushed to 20 devices already; remove one first.')
  return PushDevice.create({ id: uuidv7(), personId: person.id, createdAt: now, ...fields }, { transaction })
}

/**
 * Makes the place of an endpoint free. Answers the person's own device that is to have it. That of another goes: handed on, it would
 * bring what is on its way to them to whoever has the browser now.
 */
async function free(transaction: Transaction, personId: string, { endpoint, replaces }: NewPushDevice) {
  const there = await atEndpoint(endpoint, transaction)
  const known = there?.personId === personId ? there : null
  const before = replaces && replaces !== endpoint ? await atEndpoint(replaces, transaction) : null
  const former = before?.personId === personId ? before : null
  if (replaces && !known && !former) throw unknown()
  if (there && !known) await there.destroy({ transaction })
  if (known && former) await former.destroy({ transaction })
  return known ?? former
}

const atEndpoint = (endpoint: string, transaction: Transaction) =>
  PushDevice.findOne({ where: { endpointHash: hashOf(endpoint) }, transaction })

/**
 * Notes that a person uses this browser. Where it belongs to somebody who used it before, nothing is pushed there any more.
 * @throws 404 where it is not this person's
 */
export async function seeDevice({ db, clock }: Platform, person: Person, endpoint: string) {
  const device = await inTransaction(db, async (transaction) => {
    const known = await atEndpoint(endpoint, transaction)
    if (known?.personId === person.id)
      return known.update({ sessionId: person.sessionId, lastSeenAt: clock.now() }, { transaction })
    await known?.destroy({ transaction })
    return null
  })
  if (device) return device
  throw unknown()
}

/** @throws 404 where it is not this person's */
export async function removeDevice(personId: string, id: string): Promise<void> {
  if ((await PushDevice.destroy({ where: { id, personId } })) === 0) throw unknown()
}

const unknown = () => problem(404, 'push-device-not-found', 'There is no such device.')

/** Pushes nothing more to where a person was signed out. */
export async function leaveDevices(
  personId: string,
  { sessionId, exceptId }: UserEvents['user.signed-out'],
  transaction: Transaction,
): Promise<void> {
  const which = sessionId ? { sessionId } : exceptId ? { sessionId: { [Op.ne]: exceptId } } : {}
  await PushDevice.destroy({ where: { personId, ...which }, transaction })
}
