import type { Task } from '@doable/contracts/task'
import type { User } from '@doable/contracts/user'
import type { JobRunner } from '@doable/service-kit/job-runner'
import type { Service } from '@doable/service-kit/service'
import { startServices, TestClock, until } from '@doable/service-kit/testing'
import type { InjectOptions } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import { notificationService, startWork } from './index.ts'
import { neighbour } from './neighbour/neighbour.ts'

type Logged = { options: { logging: false | ((sql: string) => void) } }
type About = { actorId: string; ownerId?: string; audience?: string[] }

/** The notification service next to a neighbour that announces what a test wants, with a clock that stands still. */
export async function startNotifications(start = '2026-11-22T12:00:00.000Z') {
  const clock = new TestClock(start)
  const next = neighbour()
  let runner: JobRunner | undefined
  const service: Service = {
    ...notificationService,
    async start(platform) {
      runner = startWork(platform)
      return runner.stop
    },
  }
  const { app, stop } = await startServices([next.service, service], { clock })
  const platform = next.platform()
  const handled = (id: string) => platform.db.model('NotificationHandledEvents').findByPk(id)

  /** Announces something and waits until this service has dealt with it. */
  async function announce(type: string, scopeId: string, subjectId: string, about: About, data: unknown) {
    const { actorId, audience = [actorId] } = about
    const id = await next.announce({ type, scopeId, subjectId, actorId, audience, data })
    await until(async () => (await handled(id)) !== null, `${type} to be handled`)
    return (await handled(id))?.get('failure') ?? null
  }

  async function aboutPerson(type: string, user: Pick<User, 'id'> & Partial<User>) {
    const profile = { name: 'Somebody', email: `${user.id}@example.org`, language: 'en', timeZone: 'UTC' }
    const rest = { weekStart: 1, theme: 'system', pictureAt: null, createdAt: clock.now().toISOString() }
    const data = type === 'user.erased' ? {} : { user: { ...profile, ...rest, ...user } }
    return announce(type, user.id, user.id, { actorId: user.id }, data)
  }

  /** Somebody who is signed in. */
  async function person(fields: Partial<User> = {}) {
    const id = uuidv7()
    await aboutPerson('user.registered', { id, ...fields })
    const { secret, sessionId } = await next.signIn(id)
    const as = (method: InjectOptions['method'] & string, url: string, more: InjectOptions = {}) =>
      app.inject({ method, url, cookies: { sid: secret }, ...more })
    const told = async () => (await as('GET', '/api/notifications?limit=200')).json().items
    return { id, secret, sessionId, as, told }
  }

  /** A task that its neighbour keeps. */
  async function task(fields: Partial<Task> & Pick<Task, 'createdBy'>): Promise<Task> {
    const at = clock.now().toISOString()
    const made = { ...bareTask, id: uuidv7(), createdAt: at, updatedAt: at, ...fields }
    await next.addTask(made.id)
    return made
  }
  const aboutTask = (type: string, subject: Task, about: About) =>
    announce(type, subject.listId, subject.id, about, {
      task: subject,
      ownerId: about.ownerId ?? subject.createdBy,
      ...(type === 'task.changed' && { before: {} }),
    })

  /** Does what is due at the clock's time; the second round is for what came while the first was under way. */
  async function work() {
    await runner?.tick()
    await runner?.tick()
  }

  async function counted<T>(call: () => Promise<T>) {
    const { options } = platform.db as unknown as Logged
    const statements: string[] = []
    options.logging = (sql) => {
      if (!/NotificationJobs/.test(sql)) statements.push(sql)
    }
    const answer = await call()
    options.logging = false
    return { answer, statements }
  }
  return { app, clock, stop, platform, announce, aboutPerson, aboutTask, person, task, work, counted, next }
}
export type Notifications = Awaited<ReturnType<typeof startNotifications>>

const bareTask: Omit<Task, 'id' | 'createdBy' | 'createdAt' | 'updatedAt'> = {
  listId: uuidv7(),
  sectionId: null,
  parentId: null,
  title: 'Water the plants',
  notes: '',
  labels: [],
  priority: 4,
  startOn: null,
  dueOn: null,
  dueTime: null,
  dueTimeZone: null,
  deadlineOn: null,
  durationMinutes: null,
  position: 'i',
  completedAt: null,
  completedBy: null,
  trashedAt: null,
  version: 1,
}
