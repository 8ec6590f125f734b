import type { TaskEvents, ToldTask } from '@doable/contracts/task-event'
import type { DomainEvent } from '@doable/service-kit/event-log'

/** What an event says of a task. */
export type TaskFact = {
  task: ToldTask
  ownerId: string
  /** Undefined in events from before it was told. */
  open: boolean | undefined
  actorId: string
  audience: string[]
  at: string
}

export function taskFact({ data, actorId, audience, at }: DomainEvent): TaskFact {
  const { task, ownerId, open } = data as Earlier<TaskEvents['task.created']>
  return { task, ownerId, open, actorId, audience, at }
}

type Earlier<T extends { open: boolean }> = Omit<T, 'open'> & Partial<Pick<T, 'open'>>

/** Who follows a task: whoever made it and the owner of its list, as long as they can see it. */
export function followersOf({ task, ownerId, audience }: TaskFact): string[] {
  return [...new Set([task.createdBy, ownerId])].filter((personId) => audience.includes(personId))
}

/** Whom the moments of a task concern: whoever is assigned; where nobody is, those who follow it. */
export function toldOf(fact: TaskFact): string[] {
  const { assigneeId } = fact.task
  return assigneeId && fact.audience.includes(assigneeId) ? [assigneeId] : followersOf(fact)
}
