import { keyBetween } from '@doable/domain/ordering'
import { problem } from '@doable/service-kit/problem'
import { QueryTypes } from 'sequelize'
import type { Act } from './act.ts'

export const mostLists = 500

type Facts = { many: number; shared: number | null; last: string | null }

/**
 * The place after all lists of a person, and in how many lists of others they are. Until this transaction ends nobody
 * else gives their lists a place, so that no two get the same. @throws 409 `too-many-lists`
 */
export async function newPlace(act: Act, personId: string): Promise<{ position: string; shared: number }> {
  const { db, dialect } = act.platform
  await dialect.increment(db, 'People', 'version', personId, { by: 0, transaction: act.tx })
  const sql = `
    SELECT COUNT(*) AS many, SUM(CASE WHEN role <> 'owner' THEN 1 ELSE 0 END) AS shared, MAX(position) AS last
    FROM ListMembers WHERE personId = $personId`
  const [facts] = await db.query<Facts>(sql, { bind: { personId }, type: QueryTypes.SELECT })
  if (Number(facts?.many) >= mostLists)
    throw problem(409, 'too-many-lists', `Nobody can be in more than ${mostLists} lists.`)
  return { position: keyBetween(facts?.last ?? null, null), shared: Number(facts?.shared) }
}
