import type { userApi } from '@doable/contracts/user'
import type { Handlers } from '@doable/service-kit/mount'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { end, endAll, enter, publicSession } from './device-session.ts'
import { signIn } from './sign-in.ts'

type Doors = 'signIn' | 'signOut' | 'sessions' | 'endSession' | 'endSessions'

/** Where a person is signed in. */
export const sessionRoutes = (platform: Platform): Pick<Handlers<typeof userApi>, Doors> => ({
  async signIn({ body, request, reply }) {
    const user = await signIn(platform, body, request.ip)
    return enter(platform, user, request, reply)
  },
  async signOut({ person, reply }) {
    await end(platform, person.id, person.sessionId)
    platform.sessions.clearCookie(reply)
  },
  async sessions({ person }) {
    const all = await platform.sessions.list(person.id)
    return { items: all.map((session) => publicSession(session, person.sessionId)) }
  },
  async endSession({ person, params, reply }) {
    if (!(await end(platform, person.id, params.id)))
      throw problem(404, 'session-not-found', 'There is no such device.')
    if (params.id === person.sessionId) platform.sessions.clearCookie(reply)
  },
  async endSessions({ person, query, reply }) {
    await endAll(platform, person.id, query.keep === 'current' ? person.sessionId : undefined)
    if (query.keep === 'none') platform.sessions.clearCookie(reply)
  },
})
