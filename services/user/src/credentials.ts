import type { userApi } from '@doable/contracts/user'
import type { Person } from '@doable/service-kit/principal'
import type { Platform } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'
import type { z } from 'zod'
import { confirm } from './confirmation.ts'
import { hashPassword } from './hashing.ts'
import { refuseWeak } from './password.ts'
import { unlessTaken } from './registration.ts'
import { changeUser, type User } from './user.ts'

type Body<Door extends 'changeEmail' | 'changePassword'> = z.infer<(typeof userApi)[Door]['body']>

const hour = 3_600_000
/** How many addresses somebody may try per hour: whether one has an account is told, so not to be asked at will. */
const addressesPerHour = 10

/**
 * Changes the address a person signs in with; their other devices are signed out.
 * @throws 403 `wrong-password`, 409 `email-taken`, 429
 */
export async function changeEmail(
  platform: Platform,
  person: Person,
  { email, password }: Body<'changeEmail'>,
): Promise<User> {
  await platform.limits.count(`email:${person.id}`, addressesPerHour, hour)
  const user = await confirm(platform, person.id, password)
  if (user.email === email) return user
  return unlessTaken(change(platform, person, user, { email }))
}

/**
 * Changes the password; the person's other devices are signed out.
 * @throws 400 `weak-password`, 403 `wrong-password`, 429
 */
export async function changePassword(
  platform: Platform,
  person: Person,
  { password, newPassword }: Body<'changePassword'>,
): Promise<User> {
  const user = await confirm(platform, person.id, password)
  await refuseWeak(newPassword, user, '/newPassword')
  return change(platform, person, user, { passwordHash: await hashPassword(newPassword) })
}

/** Both or neither: a crash in between would leave sessions that outlive the password they were opened with. */
const change = (platform: Platform, { id, sessionId }: Person, user: User, changes: Partial<User>) =>
  inTransaction(platform.db, async () => {
    await platform.sessions.endAll(id, sessionId)
    return changeUser(platform, user, changes)
  })
