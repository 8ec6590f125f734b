import type { Platform } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'
import { Op, type Transaction } from 'sequelize'
import { confirm } from './confirmation.ts'
import { endEvery } from './device-session.ts'
import { announce, User } from './user.ts'

const day = 86_400_000
const hour = 3_600_000

const erasedAt = (deletedAt: Date, { config }: Platform) =>
  new Date(deletedAt.getTime() + config.accountGraceDays * day)

/** Such an account is as good as gone, though its rows may be there until the next purge. */
export const graceIsOver = (user: User, platform: Platform): boolean =>
  user.deletedAt !== null && erasedAt(user.deletedAt, platform) <= platform.clock.now()

/**
 * Marks an account as deleted and signs it out everywhere; its rows go when the grace period is over.
 * @throws 403 `wrong-password`
 */
export async function deleteAccount(platform: Platform, personId: string, password: string) {
  const user = await confirm(platform, personId, password)
  const deletedAt = platform.clock.now()
  await inTransaction(platform.db, async (transaction) => {
    await user.update({ deletedAt, updatedAt: deletedAt }, { transaction })
    await announce(platform, transaction, 'user.deleted', user)
    await platform.sessions.endAll(personId)
  })
  await endEvery(platform, personId)
  return { deletedAt: deletedAt.toISOString(), erasedAt: erasedAt(deletedAt, platform).toISOString() }
}

/**
 * Erases every account whose grace period is over. Its earlier events go too, because they hold its name and address; that it was
 * erased stays. Sessions of deleted accounts end here as well, should a crash have kept them.
 */
export async function purge(platform: Platform): Promise<void> {
  const deleted = await User.findAll({ where: { deletedAt: { [Op.not]: null } } })
  for (const user of deleted) {
    await endEvery(platform, user.id)
    if (graceIsOver(user, platform)) await inTransaction(platform.db, (tx) => erase(platform, tx, user.id))
  }
}

async function erase(platform: Platform, transaction: Transaction, personId: string): Promise<void> {
  const user = await User.findByPk(personId, { transaction })
  if (!user || !graceIsOver(user, platform)) return
  await user.destroy({ transaction })
  await platform.events.model.destroy({ where: { subjectId: personId }, transaction })
  await announce(platform, transaction, 'user.erased', user)
}

/** Purges now and every hour. Answers the function that stops it and waits for the round that is under way. */
export async function startPurging(platform: Platform): Promise<() => Promise<void>> {
  const round = () => purge(platform).catch((error) => platform.log.error({ err: error }, 'the purge failed'))
  let running = round()
  const timer = setInterval(() => {
    running = running.then(round)
  }, hour)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
