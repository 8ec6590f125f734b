import type { Credentials } from '@doable/contracts/user'
import { networkOf } from '@doable/service-kit/network'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import type { z } from 'zod'
import { graceIsOver } from './account-deletion.ts'
import { passwordFits } from './hashing.ts'
import { changeUser, User } from './user.ts'

/** The answer for a wrong password and for an unknown address: they must not differ (OWASP Authentication Cheat Sheet). */
const refused = () => problem(401, 'wrong-credentials', 'E-mail address or password is wrong.')

/**
 * Finds the account that e-mail address and password belong to. Every try counts before its password is looked at, and is
 * taken back when it was right. Whoever signs in within the grace period has the account back.
 * @throws 401 `wrong-credentials`, 429 after too many failures of this account or this address
 */
export async function signIn(
  platform: Platform,
  { email, password }: z.infer<typeof Credentials>,
  address: string,
): Promise<User> {
  const { limits, config, clock } = platform
  const account = `sign-in:${email}`
  const network = `sign-in:${networkOf(address)}`
  await limits.attempt({ key: account }, { key: network, free: config.addressTries })
  const found = await User.findOne({ where: { email } })
  const user = found && !graceIsOver(found, platform) ? found : undefined
  if (!(await passwordFits(user?.passwordHash, password)) || !user) throw refused()
  await Promise.all([limits.clear(account), limits.forgive(network)])
  if (!user.deletedAt) return user
  platform.log.info({ person: user.id, at: clock.now() }, 'a deleted account was restored by signing in')
  return changeUser(platform, user, { deletedAt: null })
}
