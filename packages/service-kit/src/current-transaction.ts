import { AsyncLocalStorage } from 'node:async_hooks'
import { Sequelize, type Transaction } from 'sequelize'

const running = new AsyncLocalStorage<Map<string, unknown>>()

/**
 * Within a transaction every statement belongs to it even where `transaction` is not passed: one that strays outside
 * would read old rows, or wait on SQLite for the very transaction it was called from.
 */
Sequelize.useCLS({
  bind: (work: unknown) => work,
  run: (work: (context: unknown) => unknown) => {
    const context = new Map()
    return running.run(context, () => work(context))
  },
  get: (key: string) => running.getStore()?.get(key),
  set: (key: string, value: unknown) => running.getStore()?.set(key, value),
} as unknown as Parameters<typeof Sequelize.useCLS>[0])

/** The transaction the caller is in, if any. */
export function transactionOf(db: Sequelize): Transaction | undefined {
  const open = running.getStore()?.get('transaction') as (Transaction & { sequelize: Sequelize }) | undefined
  return open?.sequelize === db ? open : undefined
}
