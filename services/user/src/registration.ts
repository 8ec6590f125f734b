import type { NewUser } from '@doable/contracts/user'
import { networkOf } from '@doable/service-kit/network'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'
import { UniqueConstraintError } from 'sequelize'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { hashPassword } from './hashing.ts'
import { isFirst } from './installation.ts'
import { refuseWeak } from './password.ts'
import { canonicalZone } from './time-zone.ts'
import { announce, User } from './user.ts'

type Registration = z.infer<typeof NewUser>

/** What a database that is told of a second account with the same address answers, however close the race. */
export const emailTaken = () =>
  problem(409, 'email-taken', 'There is an account with this e-mail address already.', [
    { pointer: '/email', detail: 'has an account already' },
  ])

/** Runs a change of an address; of two at once, one is refused. */
export async function unlessTaken<T>(change: Promise<T>): Promise<T> {
  try {
    return await change
  } catch (error) {
    throw error instanceof UniqueConstraintError ? emailTaken() : error
  }
}

/**
 * Makes an account; that of an administrator if it is the first of this installation. The address that asks may make so many per hour.
 * @throws 400 `weak-password`, 409 `email-taken`, 429
 */
export async function register(platform: Platform, wanted: Registration, address: string): Promise<User> {
  const { limits, config, db } = platform
  await limits.count(`register:${networkOf(address)}`, config.registrationsPerHour, 3_600_000)
  await refuseWeak(wanted.password, wanted, '/password')
  if (await User.findOne({ where: { email: wanted.email }, attributes: ['id'] })) throw emailTaken()
  const passwordHash = await hashPassword(wanted.password)
  const making = inTransaction(db, async (transaction) => {
    const account = newAccount(wanted, passwordHash, platform.clock.now())
    const administrator = await isFirst(transaction)
    const user = await User.create({ ...account, administrator }, { transaction })
    await announce(platform, transaction, 'user.registered', user)
    return user
  })
  return unlessTaken(making)
}

const newAccount = ({ email, name, language, timeZone }: Registration, passwordHash: string, now: Date) => ({
  id: uuidv7(),
  email,
  passwordHash,
  name,
  language,
  timeZone: canonicalZone(timeZone),
  weekStart: 1 as const,
  theme: 'system' as const,
  dailyGoal: 5,
  pictureAt: null,
  createdAt: now,
  updatedAt: now,
  deletedAt: null,
})
