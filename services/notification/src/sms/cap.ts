import { nowAt } from '@doable/domain/calendar'
import type { Platform } from '@doable/service-kit/service'
import { Op, QueryTypes } from 'sequelize'
import { PhoneNumber } from './phone-number.ts'

type Person = { personId: string; timeZone: string }

const dayOf = ({ clock }: Platform, { timeZone }: Person) => nowAt(clock.now().toISOString(), timeZone).day

/**
 * Counts a message of the person's day before it leaves; false where the day's are used up. A day only ever moves on:
 * travelling back to yesterday does not begin the count anew.
 */
export async function takeOne(platform: Platform, person: Person): Promise<boolean> {
  const { personId } = person
  const today = dayOf(platform, person)
  const isEarlier = { [Op.or]: [{ [Op.is]: null }, { [Op.lt]: today }] }
  await PhoneNumber.update({ sentOn: today, sentCount: 0 }, { where: { personId, sentOn: isEarlier } })
  const sql = `UPDATE "PhoneNumbers" SET sentCount = sentCount + 1 WHERE personId = $personId AND sentCount < $most`
  const bind = { personId, most: platform.config.smsPerDay }
  return (await platform.db.query(sql, { bind, type: QueryTypes.BULKUPDATE })) > 0
}

/** What was certainly not accepted costs nothing. */
export async function giveBack({ db }: Platform, personId: string): Promise<void> {
  const sql = `UPDATE "PhoneNumbers" SET sentCount = sentCount - 1 WHERE personId = $personId AND sentCount > 0`
  await db.query(sql, { bind: { personId }, type: QueryTypes.BULKUPDATE })
}

/** How many may still be sent today. */
export function left(platform: Platform, row: PhoneNumber | null, timeZone: string): number {
  const { smsPerDay } = platform.config
  if (!row?.sentOn || row.sentOn < dayOf(platform, { personId: row.personId, timeZone })) return smsPerDay
  return Math.max(0, smsPerDay - row.sentCount)
}
