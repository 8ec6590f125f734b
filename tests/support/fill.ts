import { createECDH, randomBytes, randomUUID } from 'node:crypto'
import { type Person, register } from './person.ts'

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)

/** Answers what the API did. @throws where it refused */
async function ok<T = { id: string }>(who: Person, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await who.call(method, path, body)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

export type Filled = { ada: Person; bob: Person; listId: string }

/**
 * Has two people do everything there is to do, by the public API, so that every table holds rows. The server needs somewhere
 * to send SMS to, and leave to reach this machine.
 */
export async function fill(url: string): Promise<Filled> {
  const ada = await register(url, 'Ada')
  const bob = await register(url, 'Bob')
  const { id: listId } = await ok(ada, 'POST', '/api/lists', { name: 'Überraschung 🎂 "quoted" \'too\'' })
  await ok(ada, 'POST', `/api/lists/${listId}/members`, { email: bob.email, role: 'editor' })
  await fillTasks(ada, bob, listId)
  await fillOwn(ada)
  await fillSettings(ada)
  return { ada, bob, listId }
}

async function fillTasks(ada: Person, bob: Person, listId: string): Promise<void> {
  const section = await ok(ada, 'POST', '/api/sections', { listId, name: 'Später' })
  const add = (fields: object) => ok(ada, 'POST', '/api/tasks', { listId, ...fields })
  const parent = await add({
    title: 'Parent ✓ of 10 % "all"',
    notes: 'Line one\n\tline two \\ " ',
    sectionId: section.id,
  })
  const child = await add({ title: 'Child', parentId: parent.id, labels: ['home', 'Ärger'] })
  const earlier = await add({ title: 'Earlier child' })
  // A row that refers to one that was written after it.
  const late = await add({ title: 'Late parent' })
  await ok(ada, 'PATCH', `/api/tasks/${earlier.id}`, { parentId: late.id })
  const daily = await add({ title: 'Daily', dueOn: day(0), repeatRule: 'FREQ=DAILY', repeatMode: 'schedule' })
  await ok(ada, 'POST', `/api/tasks/${daily.id}/complete`)
  const soon = { dueOn: day(3), dueTime: '09:30', dueTimeZone: 'Asia/Tokyo', priority: 1 }
  await add({
    title: 'Soon',
    ...soon,
    assigneeId: bob.id,
    reminders: [{ kind: 'before', of: 'due', minutes: 15 }],
  })
  const trashed = await add({ title: 'Trashed' })
  await ok(ada, 'DELETE', `/api/tasks/${trashed.id}`)
  const gone = await add({ title: 'Gone' })
  await ok(ada, 'DELETE', `/api/tasks/${gone.id}`)
  await ok(ada, 'POST', `/api/tasks/${gone.id}/purge`)
  await ok(ada, 'POST', `/api/tasks/${child.id}/comments`, { text: 'What do you think? <b>&amp;</b>' })
  const head = { id: randomUUID(), at: new Date().toISOString() }
  const operations = [{ ...head, type: 'task.complete', subjectId: child.id }]
  const { results } = await ok<{ results: object[] }>(ada, 'POST', '/api/sync/push', { operations })
  if (!JSON.stringify(results).includes('applied')) throw new Error(JSON.stringify(results))
}

async function fillOwn(ada: Person): Promise<void> {
  await ok(ada, 'POST', '/api/filters', { name: 'Mine', query: 'p1 & today' })
  await ok(ada, 'PATCH', '/api/views', { id: 'today', settings: { layout: 'board' } })
  await ok(ada, 'POST', '/api/lists', { name: 'Packing', template: true })
  await ok(ada, 'PUT', '/api/me/picture', { type: 'image/png', data: pixel })
}

async function fillSettings(ada: Person): Promise<void> {
  await ok(ada, 'PATCH', '/api/notifications/settings', {
    digestAt: '07:30',
    quietFrom: '22:00',
    quietUntil: '06:00',
  })
  await ok(ada, 'POST', '/api/webhooks', { url: 'http://127.0.0.1:9/doable' })
  const pair = createECDH('prime256v1')
  const p256dh = pair.generateKeys('base64url')
  const keys = { p256dh, auth: randomBytes(16).toString('base64url') }
  await ok(ada, 'POST', '/api/push/devices', { endpoint: 'https://127.0.0.1:9/send/1', keys })
  await ok(ada, 'PUT', '/api/sms/number', { number: '+4915112345678' })
}
