import { createHmac, randomInt } from 'node:crypto'
import { codeDigits } from '@doable/contracts/sms-limits'

export const newCode = (): string => String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0')

type Proof = { personId: string; number: string; code: string }

/**
 * What is kept of a code. A million codes are soon tried, so it is keyed with a secret that is not in the database.
 */
export const hashOf = (secret: string, { personId, number, code }: Proof): string =>
  createHmac('sha256', secret).update(`${personId} ${number} ${code}`).digest('hex')
