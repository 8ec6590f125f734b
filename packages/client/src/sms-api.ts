import type { smsApi as SmsApi } from '@doable/contracts/sms'
import { createApi } from './route-client.ts'
import type { Addresses } from './routes.ts'

type OfPeople = Omit<typeof SmsApi, 'smsStatus'>

export const smsRoutes: Addresses<OfPeople> = {
  smsState: { method: 'GET', path: '/api/sms/number' },
  setNumber: { method: 'PUT', path: '/api/sms/number' },
  confirmNumber: { method: 'POST', path: '/api/sms/number/confirm' },
  removeNumber: { method: 'DELETE', path: '/api/sms/number' },
}

/** The number by which a person is reached by SMS; asked for only where somebody looks at it. */
export const smsApi = createApi<OfPeople>(smsRoutes)
