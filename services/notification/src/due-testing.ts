import { type Notifications, startNotifications } from './testing.ts'

export type Due = { dueOn: string | null; dueTime?: string; dueTimeZone?: string }

/** The notification service at noon of a Sunday, with people who have tasks that are due. */
export async function startDues() {
  const house = await startNotifications('2026-11-22T12:00:00.000Z')

  /** Somebody in Berlin with a task that was just made. */
  async function dueTask(due: Due, fields: { listId?: string } = {}) {
    const ann = await house.person({ timeZone: 'Europe/Berlin' })
    const task = await house.task({ createdBy: ann.id, ...due, ...fields })
    await house.aboutTask('task.created', task, { actorId: ann.id })
    const say = (type: string, changes = {}) =>
      house.aboutTask(type, { ...task, ...changes }, { actorId: ann.id })
    return { ann, task, say }
  }

  /** What the person has been told by an instant. */
  async function toldAt(ann: Awaited<ReturnType<Notifications['person']>>, instant: string) {
    house.clock.set(instant)
    await house.work()
    return ann.told()
  }
  return { ...house, dueTask, toldAt }
}
export type Dues = Awaited<ReturnType<typeof startDues>>
