import { removeDatabases } from '@doable/service-kit/test-database'

/** Marks the databases of this run on a SQL Server, and drops what is left of them when all tests are over. */
export default function markDatabases(): () => Promise<void> {
  process.env.TEST_DATABASE_RUN ??= `${Date.now().toString(36)}_${process.pid}`
  return () => removeDatabases()
}
