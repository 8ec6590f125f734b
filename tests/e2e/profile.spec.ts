import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from './fixtures.ts'
import { message, pick, visit } from './steps.ts'

/** A square of one colour as a PNG file (W3C PNG, 5 and 11). */
function png(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2], 8)
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(side * 3, 200)])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: side }, () => line)))
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('name, picture, theme and time zone', async ({ page, person }) => {
  await visit(page, '/profile', 'Profile')
  const main = page.getByRole('main')
  const name = main.getByRole('textbox', { name: 'Name' })
  await expect(name).toHaveValue(person.name)
  await name.fill('Augusta King')
  await name.press('Enter')
  await expect(page.getByRole('button', { name: 'Account of Augusta King' })).toBeVisible()
  await expect(main.getByRole('heading', { name: 'About you' })).toContainText('Saved')

  const picture = { name: 'me.png', mimeType: 'image/png', buffer: png(300) }
  await page.getByLabel('Picture file').setInputFiles(picture)
  await expect(main.getByRole('button', { name: 'Replace picture' })).toBeVisible()
  const stored = await page.request.get('/api/me/picture')
  expect(stored.headers()['content-type']).toBe('image/jpeg')
  await page.getByLabel('Picture file').setInputFiles({ ...picture, buffer: Buffer.from('no picture') })
  await expect(page.getByRole('alert')).toContainText('This file is not a picture')
  await main.getByRole('button', { name: 'Remove' }).click()
  await expect(main.getByRole('button', { name: 'Choose picture' })).toBeVisible()

  await main.getByRole('radio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark')
  const zone = main.getByRole('combobox', { name: 'Time zone' })
  await zone.fill('auckl')
  await page.getByRole('option', { name: 'Pacific/Auckland' }).click()
  await expect(main.getByRole('heading', { name: 'About you' })).toContainText('Saved')
  await page.reload()
  await expect(zone).toHaveValue('Pacific/Auckland')
  await expect(main.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark')
})

test('the whole application in German and back', async ({ page }) => {
  await visit(page, '/profile', 'Profile')
  const choose = async (field: string, language: string) => {
    await page.getByRole('button', { name: field }).click()
    await page.getByRole('option', { name: language }).click()
  }
  await choose('Language', 'Deutsch')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('heading', { level: 1, name: 'Profil' })).toBeVisible()
  const navigation = page.getByRole('navigation').first()
  await navigation.getByRole('link', { name: 'Heute' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Heute' })).toBeVisible()
  await expect(page.getByText('Heute ist nichts fällig.')).toBeVisible()
  await navigation.getByRole('link', { name: 'Demnächst' }).click()
  await expect(page.getByRole('heading', { level: 2, name: /^Morgen/ })).toBeVisible()
  await navigation.getByRole('link', { name: 'Übersicht' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Übersicht' })).toBeVisible()
  await page.goto('/profile/general')
  await choose('Sprache', 'English')
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible()
})

test('a new password signs the other browsers out', async ({ page, person, device, noise }) => {
  noise.expect(/status of 40[013]/)
  const other = await device(person)
  await visit(other, '/tasks/today', 'Today')
  await visit(page, '/profile/security', 'Profile')
  const form = page.getByRole('main').locator('form').filter({ hasText: 'New password' })
  const send = async (current: string) => {
    await form.getByRole('textbox', { name: 'Current password' }).fill(current)
    await form.getByRole('textbox', { name: 'New password' }).fill('an even quieter harbour')
    await form.getByRole('button', { name: 'Change password' }).click()
  }
  await send('not my password')
  await expect(form.getByRole('alert')).toHaveText('That is not your current password.')
  await send(person.password)
  await expect(message(page, 'Your password was changed.')).toBeVisible()
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible()
})

test('devices are listed and one is signed out', async ({ page, person, device, noise }) => {
  noise.expect(/status of 401/)
  const other = await device(person)
  await visit(other, '/tasks/today', 'Today')
  await visit(page, '/profile/devices', 'Profile')
  const devices = page.getByRole('main').getByRole('listitem')
  await expect(devices).toHaveCount(2)
  await expect(devices.filter({ hasText: 'This device' })).toHaveCount(1)
  await devices.getByRole('button', { name: /^Sign out/ }).click()
  await expect(devices).toHaveCount(1)
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('a deleted account can be kept by signing in again', async ({ page, person, mine, noise }) => {
  noise.expect(/status of 401/)
  await mine.task({ title: 'Worth keeping' })
  await visit(page, '/profile/account', 'Profile')
  const main = page.getByRole('main')
  await main.getByRole('textbox', { name: 'Current password' }).fill(person.password)
  await main.getByRole('button', { name: 'Delete account' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete account' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(message(page, 'Your account will be erased on')).toBeVisible()

  await page.getByRole('textbox', { name: 'E-mail' }).fill(person.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Inbox' }).click()
  await expect(main.getByRole('button', { name: 'Worth keeping' })).toBeVisible()
})

test('signing out leaves nothing behind', async ({ page, mine, noise }) => {
  noise.expect(/status of 401/)
  await mine.task({ title: 'A secret' })
  await visit(page, '/tasks/inbox', 'Inbox')
  await pick(page, page.getByRole('button', { name: /^Account of/ }), 'Sign out')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  expect(databases).toEqual([])
  expect(await page.evaluate(() => localStorage.getItem('doable.person'))).toBeNull()
})
