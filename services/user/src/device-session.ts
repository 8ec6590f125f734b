import type { LiveMessage } from '@doable/contracts/notification'
import type { Session as PublicSession, SignedIn, UserEvents } from '@doable/contracts/user'
import { deviceOf } from '@doable/service-kit/device'
import type { Person } from '@doable/service-kit/principal'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import type { Session } from '@doable/service-kit/sessions'
import { inTransaction } from '@doable/service-kit/transaction'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { me, User } from './user.ts'

/**
 * Signs a device in under a new secret; what it was signed in as before ends.
 * @throws 401 when the password was changed or the account deleted since it was looked at
 */
export async function enter(
  platform: Platform,
  user: User,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<z.infer<typeof SignedIn>> {
  const before = await platform.sessions.of(request)
  if (before) await end(platform, before.personId, before.id)
  const { secret, session } = await platform.sessions.open(user.id, deviceOf(request), {
    reply,
    administrator: user.administrator,
  })
  if (!(await holdsStill(user))) {
    await end(platform, user.id, session.id)
    platform.sessions.clearCookie(reply)
    throw problem(401, 'wrong-credentials', 'E-mail address or password is wrong.')
  }
  return { user: me(user, user), token: secret }
}

/**
 * Asked once the session is there: a change of password or rights that came before is seen here, and one that comes after ends the session with all
 * others. So no session outlives the password or the rights it was opened with.
 */
async function holdsStill({ id, passwordHash, administrator }: User): Promise<boolean> {
  const now = await User.findByPk(id, { attributes: ['passwordHash', 'administrator', 'deletedAt'] })
  if (now?.passwordHash !== passwordHash || now.administrator !== administrator) return false
  return now.deletedAt === null
}

/** Signs one device of a person out. Answers whether there was one. */
export async function end(platform: Platform, personId: string, sessionId: string): Promise<boolean> {
  await announceEnd(platform, personId, { sessionId, exceptId: null })
  const was = await platform.sessions.end(personId, sessionId)
  tellEnded(platform, personId)
  return was
}

/** Signs all devices of a person out, but for one. */
export async function endAll(platform: Platform, personId: string, exceptId?: string): Promise<void> {
  await announceEnd(platform, personId, { sessionId: null, exceptId: exceptId ?? null })
  await endEvery(platform, personId, exceptId)
}

/** The same of an account that was deleted, which others have heard already. */
export async function endEvery(platform: Platform, personId: string, exceptId?: string): Promise<void> {
  await platform.sessions.endAll(personId, exceptId)
  tellEnded(platform, personId)
}

/** What a change of e-mail or password asks for: this device goes on under a new secret, the others are signed out. */
export async function renew(
  platform: Platform,
  { id, sessionId }: Person,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  await endAll(platform, id, sessionId)
  await platform.sessions.rotate(request, reply)
}

/**
 * Before the session ends, and not after: killed in between, a device that is signed in still may lose what is pushed to it, but
 * none that is signed out keeps it.
 */
const announceEnd = ({ db, events }: Platform, personId: string, data: UserEvents['user.signed-out']) =>
  inTransaction(db, async (transaction) => {
    const about = { scopeId: personId, subjectId: personId, actorId: personId, audience: [personId] }
    await events.append(transaction, { type: 'user.signed-out', ...about, data })
  })

/** Open live channels of the person look whether it is their session that ended. */
const tellEnded = (platform: Platform, personId: string) =>
  platform.live.publish([personId], { event: 'ended', data: {} } satisfies LiveMessage)

/** A device as its person may see it. */
export const publicSession = (session: Session, currentId: string): PublicSession => ({
  id: session.id,
  device: session.device,
  address: session.address,
  createdAt: session.createdAt,
  lastSeenAt: session.lastSeenAt,
  current: session.id === currentId,
})
