import { z } from 'zod'
import { ById, Instant } from './common.ts'
import { route } from './route.ts'
import { codeDigits, e164 } from './sms-limits.ts'

export const PhoneNumber = z
  .string()
  .regex(e164, 'must be a number with its country code, such as +4915112345678')
  .meta({ description: 'A phone number as E.164 writes it.' })
const Code = z.string().regex(new RegExp(`^\\d{${codeDigits}}$`), `must be ${codeDigits} digits`)

/** How a person is reached by SMS. */
export const SmsState = z
  .strictObject({
    number: PhoneNumber.nullable(),
    /** Nothing but codes is sent to a number that was not verified. */
    verified: z.boolean(),
    /** Until when the code that was sent is good; null where none waits to be entered. */
    codeUntil: Instant.nullable(),
    /** `unsubscribed`: the phone told the sender to stop. `unreachable`: no SMS can reach this number. Nothing is sent then. */
    stopped: z.enum(['unsubscribed', 'unreachable']).nullable(),
    /** How many messages, codes included, a person is sent in a day of their zone, and how many of them are left today. */
    perDay: z.int(),
    left: z.int(),
  })
  .meta({ id: 'SmsState' })

export const smsApi = {
  smsState: route({
    method: 'GET',
    path: '/api/sms/number',
    summary: 'The number by which I am reached by SMS, and how many messages are left today',
    ok: SmsState,
    status: 200,
  }),
  setNumber: route({
    method: 'PUT',
    path: '/api/sms/number',
    summary: 'Set my number and have a code sent to it; nothing is sent where it is verified already',
    body: z.strictObject({ number: PhoneNumber }),
    ok: SmsState,
    status: 200,
  }),
  confirmNumber: route({
    method: 'POST',
    path: '/api/sms/number/confirm',
    summary: 'Enter the code that was sent: from then on news is sent to the number',
    body: z.strictObject({ code: Code }),
    ok: SmsState,
    status: 200,
  }),
  removeNumber: route({
    method: 'DELETE',
    path: '/api/sms/number',
    summary: 'Forget my number',
    ok: SmsState,
    status: 200,
  }),
  smsStatus: route({
    method: 'POST',
    path: '/api/sms/status/:id',
    summary: 'For the SMS provider: what became of a message. A form, signed in X-Twilio-Signature',
    access: 'public',
    params: ById,
    status: 204,
  }),
}
export type SmsState = z.infer<typeof SmsState>
