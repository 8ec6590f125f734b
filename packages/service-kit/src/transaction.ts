import { setTimeout as wait } from 'node:timers/promises'
import type { Sequelize, Transaction } from 'sequelize'
import { transactionOf } from './current-transaction.ts'
import { dialectOf, isPatient } from './database.ts'

const mostTries = 5

/**
 * Runs `work` in a short transaction: all of it happens or none. Called within another, it joins that one.
 * On SQLite it takes the one writer's place at once (BEGIN IMMEDIATE). Where SQL Server undoes it for the sake of
 * another, or the connection breaks before the end of it, `work` runs again, so it must do nothing but change rows:
 * no mail, no hashing, no answer. A connection that breaks during COMMIT is different: whether all happened or none is
 * not known, so it throws (docs/decisions/0036-sql-server-that-goes-away.md).
 */
export async function inTransaction<T>(db: Sequelize, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const outer = transactionOf(db)
  if (outer) return work(outer)
  const since = performance.now()
  for (let tries = 1; ; tries += 1) {
    let ending = false
    try {
      return await db.transaction(async (tx) => {
        const answer = await work(tx)
        ending = true
        return answer
      })
    } catch (error) {
      if (tries === mostTries || !worthAnother(db, error, { ending, since })) throw error
      await wait(Math.random() * 20 * 2 ** tries)
    }
  }
}

/** What the server says it has undone, it has; and it undoes by itself what was not ended when the connection broke. */
function worthAnother(db: Sequelize, error: unknown, { ending, since }: { ending: boolean; since: number }) {
  const dialect = dialectOf(db)
  return dialect.isConflict(error) || (!ending && dialect.isLost(error) && isPatient(since))
}
