import type { TaskEvents, ToldTask } from '@doable/contracts/task-event'
import type { DomainEvent } from '@doable/service-kit/event-log'

/** What an event says of a task. */
export type TaskFact = { task: ToldTask; ownerId: string; actorId: string; audience: string[]; at: string }

export function taskFact({ data, actorId, audience, at }: DomainEvent): TaskFact {
  const { task, ownerId } = data as TaskEvents['task.created']
  return { task, ownerId, actorId, audience, at }
}

/** Who is told of a task: whoever made it and the owner of its list, as long as they can see it. */
export function followersOf({ task, ownerId, audience }: TaskFact): string[] {
  return [...new Set([task.createdBy, ownerId])].filter((personId) => audience.includes(personId))
}
