import type { userApi } from '@doable/contracts/user'
import type { Handlers } from '@doable/service-kit/mount'
import type { Platform } from '@doable/service-kit/service'
import { deleteAccount } from './account-deletion.ts'
import { changeEmail, changePassword } from './credentials.ts'
import { enter, renew } from './device-session.ts'
import { register } from './registration.ts'
import { changeProfile, me, userOf } from './user.ts'

type Doors = 'register' | 'me' | 'changeProfile' | 'changeEmail' | 'changePassword' | 'deleteAccount'

/** An account, from its making to its end. */
export const accountRoutes = (platform: Platform): Pick<Handlers<typeof userApi>, Doors> => ({
  async register({ body, request, reply }) {
    const user = await register(platform, body, request.ip)
    return enter(platform, user, request, reply)
  },
  me: async ({ person }) => me(await userOf(person.id), person),
  changeProfile: async ({ person, body }) => me(await changeProfile(platform, person.id, body), person),
  async changeEmail({ person, body, request, reply }) {
    const user = await changeEmail(platform, person, body)
    await renew(platform, person, request, reply)
    return me(user, person)
  },
  async changePassword({ person, body, request, reply }) {
    await changePassword(platform, person, body)
    await renew(platform, person, request, reply)
  },
  async deleteAccount({ person, body, reply }) {
    const deletion = await deleteAccount(platform, person.id, body.password)
    platform.sessions.clearCookie(reply)
    return deletion
  },
})
