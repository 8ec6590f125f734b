import { setTimeout as wait } from 'node:timers/promises'
import type { Sequelize, Transaction } from 'sequelize'
import { dialectOf, transactionOf } from './database.ts'

const mostTries = 5

/**
 * Runs `work` in a short transaction: all of it happens or none. Called within another, it joins that one.
 * On SQLite it takes the one writer's place at once (BEGIN IMMEDIATE). Where SQL Server undoes it for the sake of
 * another, `work` runs again, so it must do nothing but change rows: no mail, no hashing, no answer.
 */
export async function inTransaction<T>(db: Sequelize, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const outer = transactionOf(db)
  if (outer) return work(outer)
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction(work)
    } catch (error) {
      if (tries === mostTries || !dialectOf(db).isConflict(error)) throw error
      await wait(Math.random() * 20 * 2 ** tries)
    }
  }
}
