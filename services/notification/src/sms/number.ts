import { createHash } from 'node:crypto'
import type { SmsState } from '@doable/contracts/sms'
import { codeMinutes, codeTries } from '@doable/contracts/sms-limits'
import { networkOf } from '@doable/service-kit/network'
import { Problem, problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes, UniqueConstraintError } from 'sequelize'
import { Recipient } from '../recipient.ts'
import { isSame } from '../same.ts'
import { wordsOf } from '../words/words.ts'
import { giveBack, left, takeOne } from './cap.ts'
import { hashOf, newCode } from './code.ts'
import { PhoneNumber, unproved } from './phone-number.ts'
import { handOver, missingForSms } from './provider.ts'
import { NotSent } from './refusal.ts'
import { smsText } from './text.ts'

const hour = 3_600_000
const codesPerHour = { person: 5, address: 20, number: 3 }

const readerOf = async (personId: string) =>
  (await Recipient.findByPk(personId)) ?? { personId, timeZone: 'UTC', language: 'en' }

/** How a person is reached by SMS, and how many are left. */
export async function smsState(platform: Platform, personId: string): Promise<SmsState> {
  const row = await PhoneNumber.findByPk(personId)
  const { timeZone } = await readerOf(personId)
  const until = row?.codeHash && row.codeUntil && row.codeUntil > platform.clock.now() ? row.codeUntil : null
  return {
    number: row?.number ?? null,
    verified: Boolean(row?.verifiedAt),
    codeUntil: until?.toISOString() ?? null,
    stopped: row?.stopped ?? null,
    perDay: platform.config.smsPerDay,
    left: left(platform, row, timeZone),
  }
}

/**
 * Sends a code to a number, which is the person's from then on, to be verified. The answer is the same whether others have
 * the number or not, and what is sent is the same few messages an hour for everybody together.
 * @throws 409 `channel-not-configured`, 429 `too-many-tries` or `sms-cap-reached`, 400 `number-unreachable`, `number-unsubscribed` or `number-unroutable`, 503 `sms-away`
 */
export async function setNumber(platform: Platform, personId: string, number: string, address: string) {
  const missing = missingForSms(platform)
  if (missing !== null) throw problem(409, 'channel-not-configured', missing)
  const row = await PhoneNumber.findByPk(personId)
  if (row?.number === number && row.verifiedAt && !row.stopped) return
  await countTries(platform, { personId, address, number })
  if (!row) await make(personId)
  const reader = await readerOf(personId)
  if (!(await takeOne(platform, reader)))
    throw problem(
      429,
      'sms-cap-reached',
      `No more than ${platform.config.smsPerDay} SMS are sent to you in a day.`,
    )
  const code = newCode()
  const text = smsText({
    said: wordsOf(reader.language).sms.code(code, codeMinutes),
    title: '',
    bare: code,
    link: '',
  })
  try {
    await handOver(platform, { to: number, text })
  } catch (error) {
    throw await refused(platform, personId, error)
  }
  const codeHash = hashOf(platform.config.smsToken ?? '', { personId, number, code })
  const codeUntil = new Date(platform.clock.now().getTime() + codeMinutes * 60_000)
  await PhoneNumber.update({ ...unproved, number, codeHash, codeUntil }, { where: { personId } })
}

async function countTries({ limits }: Platform, who: { personId: string; address: string; number: string }) {
  const name = createHash('sha256').update(who.number).digest('hex').slice(0, 32)
  await limits.count(`sms:${who.personId}`, codesPerHour.person, hour)
  await limits.count(`sms-from:${networkOf(who.address)}`, codesPerHour.address, hour)
  await limits.count(`sms-to:${name}`, codesPerHour.number, hour)
}

/** Two requests at once make one row. */
async function make(personId: string): Promise<void> {
  try {
    await PhoneNumber.create({ personId, number: null, ...unproved, sentOn: null, sentCount: 0 })
  } catch (error) {
    if (!(error instanceof UniqueConstraintError)) throw error
  }
}

async function refused(platform: Platform, personId: string, error: unknown): Promise<unknown> {
  if (!(error instanceof NotSent)) return error
  const { why, message, seconds, cause } = error
  if (why !== 'unknown') await giveBack(platform, personId)
  if (why === 'unreachable' || why === 'unsubscribed' || why === 'unroutable')
    return problem(400, `number-${why}`, message, [{ pointer: '/number', detail: message }])
  if (why === 'ours')
    platform.log.error({ err: cause ?? error }, 'SMS cannot be sent: look at the settings SMS_...')
  const headers = { 'retry-after': String(Math.ceil(seconds) || 30) }
  return new Problem(503, 'sms-away', 'No SMS can be sent for now; try again later.', undefined, headers)
}

/**
 * Takes the code as proof that the person reads what is sent to the number. Each code can be tried five times, however many
 * tries come at once.
 * @throws 400 `no-code` where none waits (any more), `wrong-code`
 */
export async function confirmNumber(platform: Platform, personId: string, code: string): Promise<void> {
  const now = platform.clock.now()
  const sql = `UPDATE "PhoneNumbers" SET codeTries = codeTries + 1 WHERE personId = $personId AND codeHash IS NOT NULL AND codeUntil > $now AND codeTries < $most`
  const bind = { personId, now, most: codeTries }
  const counted = await platform.db.query(sql, { bind, type: QueryTypes.BULKUPDATE })
  const row = await PhoneNumber.findByPk(personId)
  if (counted === 0 || !row?.number || !row.codeHash)
    throw faultOf('no-code', 'This code is no longer good; have another sent.')
  const { number, codeHash } = row
  if (!isSame(codeHash, hashOf(platform.config.smsToken ?? '', { personId, number, code })))
    throw faultOf('wrong-code', 'That is not the code that was sent.')
  // Another number may have been set meanwhile; that one is not proved.
  await PhoneNumber.update({ ...unproved, verifiedAt: now }, { where: { personId, number, codeHash } })
}

const faultOf = (code: string, detail: string) => problem(400, code, detail, [{ pointer: '/code', detail }])

/** What was sent today still counts: a number that is removed and set again brings no more messages. */
export async function removeNumber(personId: string): Promise<void> {
  await PhoneNumber.update({ ...unproved, number: null }, { where: { personId } })
}
