import { cp } from 'node:fs/promises'
import { expect, onTestFinished, test } from 'vitest'
import { type Person, register, request } from '../support/person.ts'
import { dataFolder, remove, startServer } from '../support/server.ts'
import { Device, settled, shows, taskOn } from './device.ts'

const authorization = ({ token }: Person) => ({ authorization: `Bearer ${token}` })

test('a server that restarts is found again', async () => {
  const own = await startServer()
  const person = await register(own.url)
  const device = new Device(own.url, person)
  onTestFinished(() => device.close())
  const store = await device.open()
  await settled(store)
  await own.stop('SIGKILL')
  const id = store.addTask({ title: 'While it was away' })
  await shows(() => expect(store.getSnapshot().status).toBe('offline'))
  const again = await startServer({ data: own.data, port: own.port })
  try {
    await settled(store)
    expect(await taskOn(person, id)).toMatchObject({ title: 'While it was away' })
  } finally {
    await again.stop()
    await remove(own.data)
  }
})

test('a server restored from a backup takes back what it lost, and gets what was not sent yet', async () => {
  const own = await startServer({ file: true })
  const person = await register(own.url)
  const device = new Device(own.url, person)
  onTestFinished(() => device.close())
  const store = await device.open()
  const before = store.addTask({ title: 'Before the backup' })
  await settled(store)
  await own.stop()
  const backup = await dataFolder()
  await cp(own.data, backup, { recursive: true })
  const between = await startServer({ data: own.data, port: own.port, file: true })
  store.resume()
  const lost = store.addTask({ title: 'After the backup' })
  await settled(store)
  await between.stop()
  const queued = store.addTask({ title: 'Not sent yet' })
  // What others do after the restore brings the versions back to those the device knows.
  const elsewhere = await startServer({ data: backup, file: true })
  await request(elsewhere.url, 'POST', '/api/tasks', { title: 'Made elsewhere' }, authorization(person))
  await elsewhere.stop()
  const restored = await startServer({ data: backup, port: own.port, file: true })
  try {
    store.resume()
    await shows(() => expect(store.getSnapshot().tasks.has(lost)).toBe(false))
    await settled(store)
    expect(store.getSnapshot().tasks.has(before)).toBe(true)
    expect(await taskOn(person, queued)).toMatchObject({ title: 'Not sent yet' })
  } finally {
    await restored.stop()
    await Promise.all([remove(own.data), remove(backup)])
  }
})
