import type { List, ListMember } from '@doable/contracts/list'
import type { People } from '@doable/domain/cascade'
import type { View } from './view.ts'

const nobody: readonly ListMember[] = []

/** Who shares a list, the owner first; nobody where the list is not known. The same array as long as the list is the same. */
export const membersOf = ({ lists }: Pick<View, 'lists'>, listId: string): readonly ListMember[] =>
  lists.get(listId)?.members ?? nobody

/** The same as ids, as `domain/cascade` asks for them. */
export const peopleOf = (list: List | undefined): People => list && new Set(list.members.map(({ id }) => id))
