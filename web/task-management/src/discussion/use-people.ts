import { membersOf } from '@doable/client/members'
import { usePerson, useStore, useView } from '@doable/client/react'
import { useLingui } from '@lingui/react/macro'
import './words.ts'

export type Who = { name: string; picture: string | null; isMe: boolean }

/** Who is who in a list: its members by name, and whoever is not in it any more by no name. */
export function usePeople(listId: string): { whoIs(id: string): Who; members: readonly Member[] } {
  const { t } = useLingui()
  const me = usePerson()
  const { personId } = useStore()
  const members = useView((view) => membersOf(view, listId))
  const whoIs = (id: string): Who => {
    const isMe = id === personId
    const known = members.find((member) => member.id === id)
    const name = (isMe && me?.name) || known?.name || (known ? t`Member` : t`Former member`)
    const picture = isMe && me?.pictureAt ? `/api/me/picture?at=${encodeURIComponent(me.pictureAt)}` : null
    return { name, picture, isMe }
  }
  return { whoIs, members }
}

export type Member = { id: string; name: string }
