import { membersOf } from '@doable/client/members'
import { usePerson, useView } from '@doable/client/react'
import type { ListMember } from '@doable/contracts/list'
import type { Task } from '@doable/contracts/task'

/** A person's own name is known here before the list tells it. */
export const nameOf = (member: ListMember, me: { id: string; name: string } | null): string =>
  (member.id === me?.id && me.name) || member.name

/** Whom a task is assigned to, by name; undefined where nobody is, or where nobody else is in its list. */
export function useAssignee(task: Task | undefined): string | undefined {
  const me = usePerson()
  return useView((view) => {
    if (!task || task.assigneeId === null) return undefined
    const members = membersOf(view, task.listId)
    const member = members.length > 1 ? members.find(({ id }) => id === task.assigneeId) : undefined
    return member && nameOf(member, me)
  })
}
