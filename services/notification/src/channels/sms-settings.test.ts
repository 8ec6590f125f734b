import { expect, test } from 'vitest'
import { startTexting } from '../../fixtures/texting.ts'

test('while the provider is away messages wait', async () => {
  const own = await startTexting()
  const { share, log } = await own.reader()
  await own.server.stop()
  await share('Home')
  expect(await log()).toMatchObject([
    { state: 'waiting', reason: 'The SMS provider cannot be reached (ECONNREFUSED).' },
  ])
  await own.house.stop()
})

test('with a messaging service it is that which sends', async () => {
  const service = `MG${'0a'.repeat(16)}`
  const own = await startTexting({ SMS_FROM: service, PUBLIC_URL: 'http://localhost:3000' })
  const { share, texts } = await own.reader()
  await share('Home')
  // Nobody outside can report to this machine, and the provider refuses what says so.
  expect(texts()).toMatchObject([{ from: service, callback: null }])
  await own.stop()
})

test('without a token nothing is sent, and it is said what is missing', async () => {
  const own = await startTexting({ SMS_TOKEN: '' })
  const { ann, set } = await own.newcomer()
  const { channels } = (await ann.as('GET', '/api/notifications/settings')).json()
  const why = 'SMS are not set up: SMS_TOKEN is not set.'
  expect(channels).toContainEqual({ channel: 'sms', configured: false, ready: false, why })
  expect((await set('+4915112345678')).json()).toMatchObject({ status: 409, detail: why })
  expect(own.server.asked()).toBe(0)
  const forged = await own.house.app.inject({ method: 'POST', url: `/api/sms/status/${ann.id}` })
  expect(forged.statusCode).toBe(403)
  await own.stop()
})
