import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Notifications, startNotifications } from '../fixtures/house.ts'

let house: Notifications
beforeAll(async () => {
  house = await startNotifications()
})
afterAll(() => house.stop())

/** Somebody who has been told of so many shared lists, some of them in the same millisecond. */
async function toldPerson(times: number) {
  const [ann, bob] = [await house.person(), await house.person()]
  for (let n = 0; n < times; n += 1) {
    if (n % 3 === 0) house.clock.advance(1)
    const listId = uuidv7()
    const about = { actorId: bob.id, audience: [ann.id, bob.id] }
    await house.announce('list.shared', listId, listId, about, {
      listId,
      name: `List ${n}`,
      personId: ann.id,
    })
  }
  return { ann, bob }
}
type Item = { id: string; title: string; readAt: string | null }

test('pages hold everything once, newest first', async () => {
  const { ann } = await toldPerson(8)
  const seen: Item[] = []
  let cursor = ''
  for (let pages = 0; pages < 10; pages += 1) {
    const { items, next } = (await ann.as('GET', `/api/notifications?limit=3${cursor}`)).json()
    seen.push(...items)
    cursor = `&cursor=${next}`
    if (next === null) break
  }
  const wanted = [7, 6, 5, 4, 3, 2, 1, 0].map((n) => `List ${n}`)
  expect(seen.map(({ title }) => title)).toEqual(wanted)
})

test('read one, again, and all, again', async () => {
  const { ann } = await toldPerson(3)
  const [newest] = await ann.told()
  const count = async () => (await ann.as('GET', '/api/notifications/unread')).json().unread
  expect(await count()).toBe(3)
  for (const _ of [1, 2]) {
    const answer = await ann.as('POST', `/api/notifications/${newest.id}/read`)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({ unread: 2 })
  }
  const unread = (await ann.as('GET', '/api/notifications?unread=true')).json().items
  expect(unread.map(({ title }: Item) => title)).toEqual(['List 1', 'List 0'])
  expect((await ann.as('GET', '/api/notifications?unread=false')).json().items).toHaveLength(1)
  const readAt = house.clock.now().toISOString()
  house.clock.advance(1000)
  for (const _ of [1, 2])
    expect((await ann.as('POST', '/api/notifications/read')).json()).toEqual({ unread: 0 })
  expect((await ann.told())[0].readAt).toBe(readAt)
})

test('nobody sees or marks what another was told', async () => {
  const { ann, bob } = await toldPerson(1)
  const [one] = await ann.told()
  expect(await bob.told()).toEqual([])
  expect((await bob.as('POST', `/api/notifications/${one.id}/read`)).statusCode).toBe(404)
  expect((await bob.as('POST', '/api/notifications/read')).statusCode).toBe(200)
  expect((await ann.told())[0].readAt).toBeNull()
})

test.each([
  ['GET', '/api/notifications?cursor=nonsense'],
  ['GET', `/api/notifications?cursor=${Buffer.from('["2026-11-22","x"]').toString('base64url')}`],
  ['GET', '/api/notifications?limit=0'],
  ['GET', '/api/notifications?limit=201'],
  ['GET', '/api/notifications?unread=perhaps'],
  ['GET', '/api/notifications?personId=x'],
  ['POST', '/api/notifications/7/read'],
] as const)('%s %s is refused as a problem', async (method, url) => {
  const ann = await house.person()
  const answer = await ann.as(method, url)
  expect(answer.statusCode).toBe(400)
  expect(answer.headers['content-type']).toContain('application/problem+json')
})

test('one that is not there is not found', async () => {
  const ann = await house.person()
  expect((await ann.as('POST', `/api/notifications/${uuidv7()}/read`)).statusCode).toBe(404)
})

test.each<['GET' | 'POST', string, number]>([
  ['GET', '/api/notifications', 2],
  ['GET', '/api/notifications/unread', 2],
  ['POST', '/api/notifications/:id/read', 4],
  ['POST', '/api/notifications/read', 3],
])('%s %s needs a session and stays within its statements', async (method, url, most) => {
  expect((await house.app.inject({ method, url })).statusCode).toBe(401)
  const { ann } = await toldPerson(2)
  const [one] = await ann.told()
  const { answer, statements } = await house.counted(() => ann.as(method, url.replace(':id', one.id)))
  expect(answer.statusCode).toBe(200)
  expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(most)
})
