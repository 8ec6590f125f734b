import { createHmac } from 'node:crypto'
import { startReceiver } from '@doable/service-kit/fixtures/receiver'
import { expectAccessible } from './axe.ts'
import { test as base, expect, needsSettings, serving } from './fixtures.ts'
import { visit } from './steps.ts'

type Receiver = Awaited<ReturnType<typeof startReceiver>>
/** Doable as one runs it who lets it speak to receivers on this machine, and such a receiver. */
const test = base.extend<{ receiver: Receiver }, { site: string }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
    async ({}, use) => {
      await serving({ OUTBOUND_ALLOW: '127.0.0.0/8' }, ({ port }) => use(`http://localhost:${port}`))
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
  receiver: async ({}, use) => {
    const receiver = await startReceiver()
    await use(receiver)
    await receiver.stop()
  },
})
test.skip(...needsSettings)

test('a webhook is added, tested, switched off and removed, and its log sends again', async ({
  page,
  receiver,
  noise,
}) => {
  noise.expect(/status of 400/)
  await visit(page, '/profile/notifications', 'Profile')
  const main = page.getByRole('main')
  const hooks = main.getByRole('list', { name: 'Webhooks' })
  const log = main.getByRole('list', { name: 'What was sent' })
  await expect(main.getByText('A program of yours can be told')).toBeVisible()
  await expect(main.getByRole('columnheader', { name: 'Webhook' })).toHaveCount(0)

  await main.getByLabel('Address').fill('https://10.0.0.1/hook')
  await main.getByRole('button', { name: 'Add webhook' }).click()
  await expect(main.getByText('This address lies in a private network.')).toBeVisible()
  const url = `${receiver.url}/hook`
  await main.getByLabel('Address').fill(url)
  await main.getByRole('button', { name: 'Add webhook' }).click()
  const shown = page.getByRole('dialog', { name: 'Secret of the webhook' })
  const secret = await shown.getByLabel('Secret').inputValue()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await shown.getByRole('button', { name: 'Copy secret' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret)
  await expectAccessible(page, 'the secret of a webhook')
  await shown.getByRole('button', { name: 'Done' }).click()
  await expect(hooks.getByRole('listitem')).toContainText([url])
  await expect(main.getByRole('columnheader', { name: 'Webhook' })).toBeVisible()
  await expect(page.getByText(secret)).toHaveCount(0)

  await hooks.getByRole('button', { name: `Test ${url}` }).click()
  await expect(hooks.getByText('The test message arrived.')).toBeVisible({ timeout: 30_000 })
  const [first] = receiver.received
  const { 'webhook-id': id, 'webhook-timestamp': sent, 'webhook-signature': signature } = first?.headers ?? {}
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const right = createHmac('sha256', key).update(`${id}.${sent}.${first?.body}`).digest('base64')
  expect(signature).toBe(`v1,${right}`)

  await main.getByRole('button', { name: 'Show what was sent to webhooks' }).click()
  await expect(log.getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('link', { name: 'Inbox' }).first()).toBeInViewport()
  await log.getByRole('button', { name: 'Send again: Test message' }).click()
  await expect.poll(() => receiver.received.length).toBe(2)
  expect(receiver.received[1]?.headers['webhook-id']).toBe(id)

  await hooks.getByRole('switch', { name: `Tell ${url}` }).click()
  await expect(hooks.getByText('Switched off')).toBeVisible()
  await expect(hooks.getByRole('button', { name: `Test ${url}` })).toHaveCount(0)
  await hooks.getByRole('button', { name: `More for ${url}` }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await page.getByRole('button', { name: 'Remove webhook' }).click()
  await expect(main.getByText('A program of yours can be told')).toBeVisible()
})

for (const [width, height] of [
  [1440, 900],
  [360, 740],
] as const)
  test(`nothing is in the way of assistive technology at ${width} px`, async ({ page, receiver }) => {
    await page.setViewportSize({ width, height })
    for (const path of ['one', 'two/with/an/address/that/is/rather/long/and/has/no/end']) {
      const data = { url: `${receiver.url}/${path}` }
      expect((await page.request.post('/api/webhooks', { data })).status()).toBe(201)
    }
    receiver.next(404)
    await visit(page, '/profile/notifications', 'Profile')
    const main = page.getByRole('main')
    await main.getByRole('button', { name: /^Test http.*one$/ }).click()
    await expect(main.getByText('The test message failed: The receiver answered 404.')).toBeVisible()
    await main.getByText('How to know that a message is genuine').click()
    await expectAccessible(page, `webhooks at ${width} px`)
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(sideways).toBeLessThanOrEqual(0)
  })
