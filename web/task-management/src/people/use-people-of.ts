import { membersOf } from '@doable/client/members'
import { sameItems, usePerson, useView } from '@doable/client/react'
import type { ListMember } from '@doable/contracts/list'
import { nameOf } from '../names/use-assignee.ts'

export type Candidate = { id: string; name: string; picture: string | null; isMe: boolean }

/** Who is in every one of these lists, the person themselves first. Only their own picture is to be had. */
export function usePeopleOf(listIds: readonly string[]): Candidate[] {
  const me = usePerson()
  const common = useView((view): readonly ListMember[] => {
    const [first = [], ...others] = listIds.map((id) => membersOf(view, id))
    const isIn = (members: readonly ListMember[], id: string) => members.some((member) => member.id === id)
    return others.length === 0
      ? first
      : first.filter(({ id }) => others.every((members) => isIn(members, id)))
  }, sameItems)
  return common
    .map((member) => {
      const isMe = member.id === me?.id
      const at = isMe ? me.pictureAt : null
      const picture = at === null ? null : `/api/me/picture?at=${encodeURIComponent(at)}`
      return { id: member.id, name: nameOf(member, me), picture, isMe }
    })
    .sort((a, b) => Number(b.isMe) - Number(a.isMe))
}
