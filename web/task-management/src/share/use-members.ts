import { listApi } from '@doable/client/api'
import { ApiError } from '@doable/client/route-client'
import type { List, Member } from '@doable/contracts/list'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'

export type Invitation = { email: string; role: 'editor' | 'viewer' }

/** What went wrong, as a sentence. */
export function useFailureWords(): (error: unknown) => string {
  const { t } = useLingui()
  return (error) => {
    if (!(error instanceof ApiError)) return t`The server cannot be reached. Nothing was changed.`
    if (error.status === 404) return t`Nobody here has this e-mail address.`
    if (error.status === 409) return t`This person shares the list already.`
    if (error.status === 429) return t`Too many tries. Wait a little and try again.`
    return error.problem.detail ?? error.problem.title
  }
}

/** Who shares a list: as this device knows them until the server says more, which offline it does not. */
export function useMembers({ id: listId, members: known }: List) {
  const words = useFailureWords()
  const [members, setMembers] = useState<Member[]>(() =>
    known.map(({ id, name, role }) => ({ personId: id, name, email: '', role })),
  )
  const [failure, setFailure] = useState<unknown>()
  useEffect(() => {
    let gone = false
    const load = async () => {
      try {
        const { items } = await listApi.members({ params: { id: listId } })
        if (!gone) setMembers(items)
      } catch (error) {
        if (!gone) setFailure(error)
      }
    }
    void load()
    return () => {
      gone = true
    }
  }, [listId])
  /** Throws what the server says against it. */
  const add = async (body: Invitation) => {
    const member = await listApi.addMember({ params: { id: listId }, body })
    setMembers((before) => [...before.filter((each) => each.personId !== member.personId), member])
  }
  const remove = async (personId: string) => {
    try {
      await listApi.removeMember({ params: { id: listId, personId } })
      setMembers((before) => before.filter((each) => each.personId !== personId))
    } catch (error) {
      setFailure(error)
    }
  }
  return { members, error: failure === undefined ? undefined : words(failure), add, remove }
}
