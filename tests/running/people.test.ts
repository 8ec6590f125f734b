import { expect, test } from 'vitest'
import { until } from '../fleet/fleet.ts'
import { listen, notified, share } from '../fleet/together.ts'
import { signIn, visit } from '../fleet/visitor.ts'
import { url } from './containers.ts'

test('what one person does reaches the open browsers of another, and is told once', async () => {
  const [ada, bob] = await Promise.all([visit(url), visit(url, 'Bob')])
  const taskId = await share(ada, bob)
  await until(async () => (await notified(bob, 'shared')) === 1)
  const browsers = await Promise.all(Array.from({ length: 6 }, () => listen(ada, url)))
  for (const done of ['complete', 'reopen', 'complete'])
    expect((await bob.call('POST', `/api/tasks/${taskId}/${done}`, {})).status).toBe(200)
  await until(async () => (await notified(ada, 'completed')) >= 2)
  for (const { heard } of browsers) await until(() => heard.filter((name) => name === 'notified').length >= 2)
  expect(await notified(ada, 'completed')).toBe(2)
  for (const { heard, close } of browsers) {
    expect(heard).toContain('changed')
    expect(heard.filter((name) => name === 'notified')).toHaveLength(2)
    close()
  }
})

test('who signs out everywhere is signed out at every replica of every service', async () => {
  const laptop = await visit(url)
  const phone = await signIn(url, laptop.email)
  // Without the cookie that keeps a person on a replica, requests go round.
  const everywhere = async () => {
    const doors = ['/api/me', '/api/lists', '/api/notifications'].flatMap((door) => Array(8).fill(door))
    const answers = await Promise.all(doors.map((door) => phone.call('GET', door)))
    return [...new Set(answers.map(({ status }) => status))]
  }
  expect(await everywhere()).toEqual([200])
  expect((await laptop.call('DELETE', '/api/me/sessions')).status).toBe(204)
  expect(await everywhere()).toEqual([401])
})
