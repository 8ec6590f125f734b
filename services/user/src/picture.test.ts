import { afterAll, beforeAll, expect, test } from 'vitest'
import { startUsers, type Users } from '../fixtures/house.ts'
import { jpeg, png, webp } from '../fixtures/pictures.ts'

let users: Users
beforeAll(async () => {
  users = await startUsers()
})
afterAll(() => users.stop())

const sent = (type: string, bytes: Buffer) => ({ type, data: bytes.toString('base64') })

test('a picture is kept as it is and handed out so that nothing in it runs', async () => {
  const ann = await users.person()
  const set = await ann.as('PUT', '/api/me/picture', sent('image/png', png(64, 64)))
  expect(set.statusCode).toBe(200)
  expect(set.json().pictureAt).toBe(users.clock.now().toISOString())
  const got = await ann.as('GET', '/api/me/picture')
  expect(got.rawPayload.equals(png(64, 64))).toBe(true)
  expect(got.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-disposition': 'inline; filename="picture"',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-cache',
  })
  const known = await ann.as('GET', '/api/me/picture', undefined, { 'if-none-match': got.headers.etag })
  expect(known.statusCode).toBe(304)
  expect(known.body).toBe('')
})

test('a new picture takes the place of the old one, and can be removed', async () => {
  const ann = await users.person()
  await ann.as('PUT', '/api/me/picture', sent('image/png', png(64, 64)))
  const { etag } = (await ann.as('GET', '/api/me/picture')).headers
  users.clock.advance(1000)
  await ann.as('PUT', '/api/me/picture', sent('image/webp', webp.lossy(32, 32)))
  const got = await ann.as('GET', '/api/me/picture', undefined, { 'if-none-match': etag })
  expect(got.headers['content-type']).toBe('image/webp')
  expect((await ann.as('DELETE', '/api/me/picture')).json().pictureAt).toBeNull()
  expect((await ann.as('GET', '/api/me/picture')).statusCode).toBe(404)
  expect((await ann.as('DELETE', '/api/me/picture')).statusCode).toBe(200)
  expect(await users.told(ann.id)).toHaveLength(4)
})

test('nobody sees the picture of another', async () => {
  const [ann, bob] = [await users.person(), await users.person()]
  await ann.as('PUT', '/api/me/picture', sent('image/png', png(64, 64)))
  expect((await bob.as('GET', '/api/me/picture')).statusCode).toBe(404)
})

const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
test.each([
  ['a JPEG that claims to be a PNG', sent('image/png', jpeg(64, 64)), '/data'],
  ['a script that claims to be a PNG', sent('image/png', script), '/data'],
  ['a type it does not take', sent('image/svg+xml', script), '/type'],
  ['more than 4096 pixels', sent('image/png', png(4097, 1)), '/data'],
  ['a picture without extent', sent('image/png', png(0, 0)), '/data'],
  ['more than 512 KiB', sent('image/png', Buffer.concat([png(9, 9), Buffer.alloc(512 * 1024)])), '/data'],
  ['text that is not base64', { type: 'image/png', data: '%%%' }, '/data'],
  ['an unknown field', { ...sent('image/png', png(9, 9)), path: '/etc/passwd' }, '/path'],
])('refuses %s', async (_, body, pointer) => {
  const ann = await users.person()
  const answer = await ann.as('PUT', '/api/me/picture', body)
  expect(answer.statusCode).toBe(400)
  expect(answer.json().errors[0].pointer).toBe(pointer)
  expect((await ann.as('GET', '/api/me')).json().pictureAt).toBeNull()
})

test('just 512 KiB are taken', async () => {
  const ann = await users.person()
  const bytes = Buffer.concat([png(4096, 4096), Buffer.alloc(512 * 1024 - png(1, 1).length)])
  expect((await ann.as('PUT', '/api/me/picture', sent('image/png', bytes))).statusCode).toBe(200)
})
