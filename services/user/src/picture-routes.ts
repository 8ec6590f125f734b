import type { userApi } from '@doable/contracts/user'
import type { Handlers } from '@doable/service-kit/mount'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { changePicture, pictureOf, removePicture } from './picture.ts'
import { me, userOf } from './user.ts'

type Doors = 'picture' | 'changePicture' | 'removePicture'

/** Whatever the bytes are, a browser that opens them runs nothing (OWASP File Upload Cheat Sheet). */
const harmless = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'content-disposition': 'inline; filename="picture"',
  'cache-control': 'private, no-cache',
}

export const pictureRoutes = (platform: Platform): Pick<Handlers<typeof userApi>, Doors> => ({
  async picture({ person, request, reply }) {
    const { pictureAt } = await userOf(person.id)
    if (!pictureAt) throw problem(404, 'no-picture', 'There is no picture.')
    const etag = `"${pictureAt.getTime().toString(36)}"`
    reply.headers(harmless).header('etag', etag)
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    const picture = await pictureOf(person.id)
    return reply.type(picture.type).send(picture.data)
  },
  changePicture: async ({ person, body }) => me(await changePicture(platform, person.id, body), person),
  removePicture: async ({ person }) => me(await removePicture(platform, person.id), person),
})
