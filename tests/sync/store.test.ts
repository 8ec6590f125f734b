import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Person, register } from '../support/person.ts'
import { remove, type Server, startServer } from '../support/server.ts'
import { Device, settled, shows, taskOn } from './device.ts'

let server: Server
const devices: Device[] = []
beforeAll(async () => {
  server = await startServer()
})
afterAll(async () => {
  await server.stop()
  await remove(server.data)
})
afterEach(() => {
  for (const device of devices.splice(0)) device.close()
})

function deviceOf(person: Person): Device {
  const device = new Device(server.url, person)
  devices.push(device)
  return device
}
test('shows a change at once, and the server has it soon', async () => {
  const person = await register(server.url)
  const store = await deviceOf(person).open()
  const id = store.addTask({ title: 'Water the plants', dueOn: '2026-07-01', labels: ['home'] })
  expect(store.getSnapshot().tasks.get(id)).toMatchObject({ title: 'Water the plants', listId: person.id })
  await settled(store)
  expect(await taskOn(person, id)).toMatchObject({ title: 'Water the plants', completedAt: null })
  store.completeTasks([id])
  expect(store.getSnapshot().tasks.get(id)?.completedAt).not.toBeNull()
  await settled(store)
  expect(await taskOn(person, id)).toMatchObject({ completedBy: person.id })
  store.undo()
  await settled(store)
  expect(await taskOn(person, id)).toMatchObject({ completedBy: null })
})

test('what the store expects of every verb is what the server makes of it', async () => {
  const person = await register(server.url)
  const device = deviceOf(person)
  const store = await device.open()
  await settled(store)
  device.network = 'down'
  const listId = store.addList({ name: 'Work', color: 'teal' })
  const sectionId = store.addSection({ listId, name: 'Next' })
  const labelId = store.addLabel({ name: 'errand' })
  const parentId = store.addTask({ title: 'Parent', listId, sectionId })
  const childId = store.addTask({ title: 'Child', parentId, labels: ['Errand'] })
  const timed = store.addTask({
    title: 'Timed',
    dueOn: '2026-07-01',
    dueTime: '09:00',
    dueTimeZone: 'Europe/Berlin',
  })
  store.updateTask(timed, { dueOn: null })
  store.completeTasks([parentId])
  store.reopenTasks([childId])
  store.moveTasks([parentId], { listId: person.id })
  store.moveTasks([timed], { parentId: childId })
  store.updateLabel(labelId, { name: 'shopping' })
  store.updateList(listId, { archived: true })
  store.trashSection(sectionId)
  store.trashTasks([parentId])
  store.restoreTasks([childId])
  const gone = store.addTask({ title: 'Erased' })
  store.trashTasks([gone])
  store.purgeTasks([gone])
  const [open, again] = store.addTasks([
    { title: 'Open below' },
    { title: 'Repeats', dueOn: '2026-07-01', repeatRule: 'FREQ=DAILY' },
  ])
  const below = store.addTask({ title: 'Below', parentId: open ?? null })
  const alone = store.addTask({ title: 'Alone', parentId: again ?? null })
  store.completeTasks([open ?? ''])
  const late = store.addTask({ title: 'Late', parentId: open ?? null })
  store.completeTasks([late])
  store.undo()
  store.reopenTasks([below])
  store.undo()
  store.completeTasks([again ?? ''])
  store.undo()
  store.redo()
  store.trashTasks([again ?? ''])
  store.restoreTasks([alone])
  store.undo()
  const strip = () => {
    const { tasks, lists, sections, labels } = store.getSnapshot()
    const bare = (rows: ReadonlyMap<string, object>) =>
      [...rows.values()].map((row) => ({ ...row, version: 0, createdAt: '', updatedAt: '' }))
    return [tasks, lists, sections, labels].map((rows) => bare(rows as never))
  }
  const expected = strip()
  device.network = 'up'
  store.resume()
  await settled(store)
  expect(store.getSnapshot().refused).toEqual([])
  const byId = (rows: object[]) => (rows as { id: string }[]).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const instants = (key: string, value: unknown) => (/At$/.test(key) && value !== null ? 'set' : value)
  const told = (all: object[][]) => JSON.parse(JSON.stringify(all.map(byId), instants))
  expect(told(strip())).toEqual(told(expected))
})

test('offline work survives a reload, arrives in order, and nothing arrives twice', async () => {
  const person = await register(server.url)
  const device = deviceOf(person)
  const first = await device.open()
  await settled(first)
  device.network = 'down'
  const id = first.addTask({ title: 'One' })
  first.updateTask(id, { title: 'Two' })
  await shows(() => expect(first.getSnapshot().status).toBe('offline'))
  first.stop()
  const second = await device.open()
  expect(second.getSnapshot().tasks.get(id)?.title).toBe('Two')
  expect(second.getSnapshot().pending).toBe(2)
  device.network = 'deaf'
  second.updateTask(id, { notes: 'Three' })
  second.resume()
  await shows(async () =>
    expect(device.requests.filter((each) => each.endsWith('/push')).length).toBeGreaterThan(1),
  )
  expect(second.getSnapshot().pending).toBe(3)
  second.stop()
  device.network = 'up'
  const third = await device.open()
  await settled(third)
  expect(await taskOn(person, id)).toMatchObject({ title: 'Two', notes: 'Three' })
  expect(third.getSnapshot().refused).toEqual([])
})

test('what is refused is undone and told', async () => {
  const person = await register(server.url)
  const device = deviceOf(person)
  const store = await device.open()
  const id = store.addTask({ title: 'Mine' })
  await settled(store)
  store.updateTask(id, { title: 'x'.repeat(501) })
  store.updateTask(id, { priority: 1 })
  await settled(store)
  expect(store.getSnapshot().tasks.get(id)).toMatchObject({ title: 'Mine', priority: 1 })
  expect(store.getSnapshot().refused).toMatchObject([
    { operation: { subjectId: id }, problem: { status: 400 } },
  ])
  device.network = 'down'
  store.updateTask(id, { listId: '01900000-0000-7000-8000-000000000000' })
  const other = store.addTask({
    title: 'In a list that is not there',
    listId: '01900000-0000-7000-8000-000000000000',
  })
  store.updateTask(other, { priority: 2 })
  device.network = 'up'
  store.resume()
  await settled(store)
  expect(store.getSnapshot().tasks.has(other)).toBe(false)
  expect(store.getSnapshot().tasks.get(id)?.listId).toBe(person.id)
  expect(store.getSnapshot().refused).toHaveLength(3)
  expect(store.getSnapshot().refused[2]).toMatchObject({ along: [{ type: 'task.update' }] })
})

test('two tabs show the same, and only one of them speaks to the server', async () => {
  const person = await register(server.url)
  const device = deviceOf(person)
  const [one, two] = [await device.open(), await device.open()]
  await settled(one, two)
  const id = two.addTask({ title: 'From the second tab' })
  await shows(() => expect(one.getSnapshot().tasks.get(id)?.version).toBeGreaterThan(0))
  await settled(one, two)
  expect(one.getSnapshot().tasks.get(id)).toEqual(two.getSnapshot().tasks.get(id))
  expect(device.requests.filter((each) => each.endsWith('/api/events'))).toHaveLength(1)
  one.stop()
  two.completeTasks([id])
  await settled(two)
  expect(await taskOn(person, id)).toMatchObject({ completedBy: person.id })
})

test('a tab takes over from one that the browser froze', async () => {
  const person = await register(server.url)
  const device = deviceOf(person)
  const frozen = Promise.withResolvers<void>()
  void navigator.locks.request(device.name, () => frozen.promise).catch(() => undefined)
  const store = await device.open()
  const id = store.addTask({ title: 'Not stuck' })
  await settled(store)
  expect(await taskOn(person, id)).toMatchObject({ title: 'Not stuck' })

  void navigator.locks.request(device.name, { steal: true }, () => frozen.promise).catch(() => undefined)
  store.updateTask(id, { title: 'Nor now' })
  await shows(async () => expect(await taskOn(person, id)).toMatchObject({ title: 'Nor now' }))
  await settled(store)
  frozen.resolve()
})

test('two devices that change two fields of one task both keep theirs, and hear of each other', async () => {
  const person = await register(server.url)
  const [phone, laptop] = [deviceOf(person), deviceOf(person)]
  const [one, two] = [await phone.open(), await laptop.open()]
  const id = one.addTask({ title: 'Shared' })
  await shows(() => expect(two.getSnapshot().tasks.has(id)).toBe(true))
  phone.network = 'down'
  laptop.network = 'down'
  one.updateTask(id, { title: 'From the phone' })
  two.updateTask(id, { priority: 1 })
  two.updateTask(id, { notes: 'from the laptop' })
  phone.network = 'up'
  laptop.network = 'up'
  one.resume()
  two.resume()
  const merged = { title: 'From the phone', priority: 1, notes: 'from the laptop' }
  await shows(() => {
    for (const store of [one, two]) expect(store.getSnapshot().tasks.get(id)).toMatchObject(merged)
  })
  await settled(one, two)
  expect(one.getSnapshot().tasks.get(id)).toEqual(two.getSnapshot().tasks.get(id))
})

test('a shared list comes to the other person while they look, and goes again', async () => {
  const [ada, ben] = [await register(server.url, 'Ada'), await register(server.url, 'Ben')]
  const [one, two] = [await deviceOf(ada).open(), await deviceOf(ben).open()]
  await settled(one, two)
  const listId = one.addList({ name: 'Ours' })
  const id = one.addTask({ title: 'For both', listId })
  await settled(one)
  const joined = await ada.call('POST', `/api/lists/${listId}/members`, { email: ben.email, role: 'editor' })
  expect(joined.status).toBe(201)
  await shows(() => expect(two.getSnapshot().tasks.get(id)?.title).toBe('For both'))
  two.completeTasks([id])
  await shows(() => expect(one.getSnapshot().tasks.get(id)?.completedAt).not.toBeNull())
  await ada.call('DELETE', `/api/lists/${listId}/members/${ben.id}`)
  await shows(() => {
    expect(two.getSnapshot().lists.has(listId)).toBe(false)
    expect(two.getSnapshot().tasks.has(id)).toBe(false)
  })
})

test('a session that ended keeps the queue', async () => {
  const person = await register(server.url)
  const store = await deviceOf(person).open()
  await settled(store)
  await person.call('DELETE', '/api/session')
  store.addTask({ title: 'Kept' })
  await shows(() => expect(store.getSnapshot().status).toBe('signed-out'))
  expect(store.getSnapshot().pending).toBe(1)
  await wait(100)
  expect(store.getSnapshot().pending).toBe(1)
})
