import type { Clock } from '@doable/service-kit/clock'
import type { SessionStore } from '@doable/service-kit/session-store'
import { inTransaction } from '@doable/service-kit/transaction'
import type { Sequelize } from 'sequelize'
import { User } from './user.ts'

type Ground = { db: Sequelize; sessions: Pick<SessionStore, 'removeAll'>; clock: Clock }

/**
 * Makes the person with this address an administrator, or no longer one. What somebody may do is signed into their
 * sessions, so all of theirs end. Answers undefined where nobody has this address, and whether anything was changed.
 */
export async function setAdministrator(
  { db, sessions, clock }: Ground,
  email: string,
  administrator: boolean,
): Promise<boolean | undefined> {
  const user = await User.findOne({ where: { email: email.trim().toLowerCase(), deletedAt: null } })
  if (!user) return undefined
  const changes = user.administrator !== administrator
  await inTransaction(db, async (transaction) => {
    await sessions.removeAll(user.id)
    if (changes) await user.update({ administrator, updatedAt: clock.now() }, { transaction })
  })
  // Those that were opened between the first time and the end of the transaction.
  await sessions.removeAll(user.id)
  return changes
}
