import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { startNotifications } from '../../fixtures/house.ts'
import { startMailServer } from '../../fixtures/mail-server.ts'

const mailing = fileURLToPath(new URL('../../fixtures/mailing.ts', import.meta.url))

test('a process killed between sending and noting it leaves the same message to the next', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doable-killed-'))
  const server = await startMailServer()
  const env = {
    DATA_DIR: folder,
    DATABASE_URL: `sqlite:${join(folder, 'doable.db')}`,
    SMTP_URL: server.url,
  }
  const child = spawn(process.execPath, [mailing], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [said, exit] = [text(child.stderr), once(child, 'exit')]
  server.refuse.data.push(async () => {
    child.kill('SIGKILL')
    await exit
  })
  expect(await exit, await said).toEqual([null, 'SIGKILL'])
  const house = await startNotifications('2026-11-22T12:05:00.000Z', env)
  onTestFinished(async () => {
    await house.stop()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const delivery = async () =>
    (await house.platform.db.model('Delivery').findOne({ where: { channel: 'email' } }))?.get()
  expect(await delivery()).toMatchObject({ state: 'waiting', attempts: 1, sentAt: null })
  await house.work()
  expect(await delivery()).toMatchObject({ state: 'sent', attempts: 2 })
  const ids = server.mailTo('ann@example.org').map(({ headers }) => headers.get('message-id'))
  expect(ids).toEqual([ids[0], ids[0]])
})
