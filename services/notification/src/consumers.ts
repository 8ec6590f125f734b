import type { TaskEvents } from '@doable/contracts/task-event'
import type { UserEvents } from '@doable/contracts/user'
import type { DomainEvent } from '@doable/service-kit/event-log'
import type { Platform, Service } from '@doable/service-kit/service'
import type { Transaction } from 'sequelize'
import { tellAssigned } from './assigned.ts'
import { tellCommented } from './commented.ts'
import { tellCompleted } from './completed.ts'
import { planDigest } from './digest.ts'
import { forget } from './forget.ts'
import { nudge } from './nudge.ts'
import { leaveDevices } from './push-devices.ts'
import { know } from './recipient.ts'
import { taskFact } from './task-fact.ts'
import { tell } from './tell.ts'
import { watch } from './watch.ts'
import { pause, replan, unwatch } from './watch-many.ts'

type Consumer = (event: DomainEvent, tx: Transaction, platform: Platform) => Promise<void>

/** Open clients hear of every change of a list first; then what follows from it is done. */
const nudging =
  (effect?: Consumer): Consumer =>
  async (event, tx, platform) => {
    nudge(platform, event)
    await effect?.(event, tx, platform)
  }

const person: Consumer = async ({ data, subjectId, at }, tx, platform) => {
  const { user } = data as UserEvents['user.changed']
  if (!(await know(user, tx))) return
  await replan(platform, tx, subjectId, at)
  await planDigest(platform, tx, subjectId)
}

const watched: Consumer = (event, tx, platform) => watch(platform, tx, taskFact(event))

const changed: Consumer = async (event, tx, platform) => {
  await watched(event, tx, platform)
  await tellAssigned(platform, tx, event)
}

const gone: Consumer = ({ subjectId }, tx, platform) => unwatch(platform, tx, { taskId: subjectId })

const completed: Consumer = async (event, tx, platform) => {
  await gone(event, tx, platform)
  await tellCompleted(platform, tx, taskFact(event))
}

/** One occurrence is done and the next one waits; one that was left out is no news to anybody. */
const recurred: Consumer = async (event, tx, platform) => {
  const fact = taskFact(event)
  await watch(platform, tx, fact)
  if (!(event.data as TaskEvents['task.recurred']).skipped) await tellCompleted(platform, tx, fact)
}

const list: Consumer = async ({ data, at }, tx, platform) => {
  const { listId, open } = data as TaskEvents['list.changed']
  await pause(platform, tx, { listId, open, at })
}

const shared: Consumer = async ({ data, actorId, at }, tx, platform) => {
  const { listId, name, personId } = data as TaskEvents['list.shared']
  if (personId === actorId) return
  const news = { personId, kind: 'shared', taskId: null, listId, title: name, actorId, moment: at } as const
  await tell(platform, tx, news)
}

const commented: Consumer = (event, tx, platform) => tellCommented(platform, tx, event)

const left: Consumer = async ({ data }, tx, platform) => {
  const { listId, personId } = data as TaskEvents['list.left']
  await unwatch(platform, tx, { listId, personId })
}

const signedOut: Consumer = ({ data, subjectId }, tx) =>
  leaveDevices(subjectId, data as UserEvents['user.signed-out'], tx)

const everywhere = { sessionId: null, exceptId: null }

/** What this service does about what happens elsewhere, each in one transaction and once per event. */
export const consumers: NonNullable<Service['consumes']> = {
  'user.registered': person,
  'user.changed': person,
  'user.signed-out': signedOut,
  'user.deleted': ({ subjectId }, tx) => leaveDevices(subjectId, everywhere, tx),
  'user.erased': ({ subjectId }, tx, platform) => forget(platform, tx, subjectId),
  'task.created': nudging(changed),
  'task.changed': nudging(changed),
  'task.reopened': nudging(watched),
  'task.restored': nudging(watched),
  'task.completed': nudging(completed),
  'task.recurred': nudging(recurred),
  'task.trashed': nudging(gone),
  'task.purged': nudging(gone),
  'comment.created': nudging(commented),
  'comment.changed': nudging(commented),
  'comment.trashed': nudging(),
  'comment.restored': nudging(),
  'list.changed': nudging(list),
  'list.shared': nudging(shared),
  'list.left': nudging(left),
  'own.changed': nudging(),
}
