import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { passwordFits } from './hashing.ts'
import { type User, userOf } from './user.ts'

/**
 * Asks a signed-in person for the password again before something grave. Tries are counted as at sign-in, so that a session left
 * open is no way to guess the password.
 * @throws 403 `wrong-password`, 429
 */
export async function confirm(platform: Platform, personId: string, password: string): Promise<User> {
  const user = await userOf(personId)
  const key = `confirm:${personId}`
  await platform.limits.attempt({ key })
  if (!(await passwordFits(user.passwordHash, password)))
    throw problem(403, 'wrong-password', 'The password is wrong.', [
      { pointer: '/password', detail: 'is wrong' },
    ])
  await platform.limits.clear(key)
  return user
}
