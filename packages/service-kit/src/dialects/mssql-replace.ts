import { QueryTypes, type Sequelize } from 'sequelize'
import { BadSetting } from '../setting.ts'

/** Other connections of ours to this database. Seeing those of others asks for VIEW SERVER STATE (Azure: VIEW DATABASE STATE). */
const othersHere = `
  SELECT COUNT(*) AS many, HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW SERVER STATE') AS seesAll
  FROM sys.dm_exec_sessions
  WHERE program_name = N'doable' AND database_id = DB_ID() AND host_process_id <> $own`

type Seen = { many: number; seesAll: number }

/** @throws BadSetting where Doable runs on the database, or that cannot be told and `stopped` does not say it */
export async function refuseOthers(db: Sequelize, place: string, stopped: boolean): Promise<void> {
  const [seen] = await db
    .query<Seen>(othersHere, { bind: { own: process.pid }, type: QueryTypes.SELECT })
    .catch((): Seen[] => [])
  if (Number(seen?.many ?? 0) > 0)
    throw new BadSetting(
      `Doable is running on ${place}: stop every process of it first. Nothing was changed.`,
    )
  if (Number(seen?.seesAll ?? 0) !== 1 && !stopped)
    throw new BadSetting(
      `This login may not see whether Doable is running on ${place}: stop every process of it, then add --stopped. Nothing was changed.`,
    )
}

/** One statement, whatever is in the tables: rows may come in an order in which keys point to what is not there yet. */
export const loosened = (table: string) => `ALTER TABLE [${table}] NOCHECK CONSTRAINT ALL`
/** Looks at every row again; the constraint is trusted by the engine afterwards. */
export const tightened = (table: string) => `ALTER TABLE [${table}] WITH CHECK CHECK CONSTRAINT ALL`
