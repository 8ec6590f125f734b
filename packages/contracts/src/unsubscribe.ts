import { z } from 'zod'
import { route } from './route.ts'

/** Stands in a mail and says whose e-mail about what it is. */
const query = z.strictObject({ token: z.string().min(1).max(200) })

export const unsubscribeApi = {
  unsubscribePage: route({
    method: 'GET',
    path: '/api/notifications/unsubscribe',
    summary: 'A page that asks whether to stop e-mail of a kind; it changes nothing',
    access: 'public',
    query,
    produces: 'text/html',
    status: 200,
  }),
  unsubscribe: route({
    method: 'POST',
    path: '/api/notifications/unsubscribe',
    summary: 'Stop e-mail of the kind that the link of a mail names (RFC 8058: any form as body)',
    access: 'public',
    query,
    produces: 'text/html',
    status: 200,
  }),
}
