import { randomUUID } from 'node:crypto'
import { type Person, register } from '../support/person.ts'
import { type Book, titleOf } from './providers.ts'

const minute = 60_000
/** Of a task. */
export const remindersEach = 5
/** Who is told over what, besides the app. */
const overs = [['email'], ['webhook'], ['email', 'webhook']] as const

export type Size = {
  people: number
  tasks: number
  /** Between the reminders of a task, on the clock of the workers. */
  apartMinutes: number
}
type Notification = { kind: string; taskId: string | null; plannedAt: string | null }
export type Told = { person: Person; over: readonly string[]; titles: string[] }

/** Makes it all through the door, and waits until every reminder is planned. */
export async function prepare(
  url: string,
  hook: string,
  { people, tasks, apartMinutes, first }: Size & { first: number },
) {
  const all: Told[] = []
  for (let at = 0; at < people; at += 1) {
    const person = await register(url, `Ada${at}`)
    const over = overs[at % overs.length] ?? []
    await ok(person, 'PATCH', '/api/notifications/settings', { kinds: { reminder: ['app', ...over] } })
    if (over.some((each) => each === 'webhook')) await ok(person, 'POST', '/api/webhooks', { url: hook })
    const titles = Array.from({ length: tasks }, (_, n) => titleOf(at, n))
    all.push({ person, over, titles })
  }
  const moments = Array.from({ length: remindersEach }, (_, n) => new Date(first + n * apartMinutes * minute))
  const at = moments.map((moment) => {
    const [on, time] = moment.toISOString().split(/[T.]/)
    return { kind: 'at', on, time: time?.slice(0, 5), timeZone: 'UTC' }
  })
  await Promise.all(all.map(({ person, titles }) => push(person, titles, at)))
  return all
}

async function push(person: Person, titles: string[], at: object[]): Promise<void> {
  for (let n = 0; n < titles.length; n += 50) {
    const operations = titles.slice(n, n + 50).map((title) => {
      const head = {
        id: randomUUID(),
        at: new Date().toISOString(),
        type: 'task.create',
        subjectId: randomUUID(),
      }
      return { ...head, fields: { title, reminders: at } }
    })
    const { results } = await ok<{ results: { status: string }[] }>(person, 'POST', '/api/sync/push', {
      operations,
    })
    if (results.length !== operations.length || results.some(({ status }) => status !== 'applied'))
      throw new Error(`a push was answered ${JSON.stringify(results).slice(0, 500)}`)
  }
}

async function ok<T>(person: Person, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await person.call(method, path, body)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${text}`)
  return (text ? JSON.parse(text) : undefined) as T
}

/** In the app, by task and moment: how many are missing, and how many came more than once. */
export async function inApp(all: Told[]): Promise<Missed> {
  const missed = { lost: 0, doubled: 0 }
  for (const { person, titles } of all) {
    const told = (await everything(person)).filter(({ kind }) => kind === 'reminder')
    const keys = new Set(told.map(({ taskId, plannedAt }) => `${taskId} ${plannedAt}`))
    missed.lost += titles.length * remindersEach - keys.size
    missed.doubled += told.length - keys.size
  }
  return missed
}
export type Missed = { lost: number; doubled: number }

async function everything(person: Person): Promise<Notification[]> {
  const found: Notification[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const path = `/api/notifications?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`
    const page: { items: Notification[]; next: string | null } = await ok(person, 'GET', path)
    found.push(...page.items)
    cursor = page.next
  }
  return found
}

/** At a provider: of each task one id for each reminder is what should be. */
export function accepted(all: Told[], channel: string, { accepted: kept }: Book): Missed {
  const ids = Map.groupBy(kept.values(), ({ about }) => about)
  const missed = { lost: 0, doubled: 0 }
  for (const { over, titles } of all)
    for (const title of titles) {
      const more = (ids.get(title)?.length ?? 0) - (over.includes(channel) ? remindersEach : 0)
      missed.lost += Math.max(0, -more)
      missed.doubled += Math.max(0, more)
    }
  return missed
}
