import type { ListMember } from '@doable/contracts/list'
import { memo } from './memo.ts'
import type { View } from './view.ts'

const people = memo<readonly ListMember[]>()
/** Everybody with whom the person shares the list, or any list; the person themselves first, then by name. */
export const peopleOfLists = ({ lists }: View, me: string, listId?: string): readonly ListMember[] =>
  people([lists], `${me} ${listId ?? ''}`, () => {
    const shared = listId === undefined ? [...lists.values()] : [lists.get(listId)]
    const known = new Map<string, ListMember>()
    for (const list of shared)
      if (list && list.trashedAt === null) for (const each of list.members) known.set(each.id, each)
    return [...known.values()].sort(
      (a, b) => Number(b.id === me) - Number(a.id === me) || a.name.localeCompare(b.name),
    )
  })

const names = memo<ReadonlyMap<string, string>>()
/** What people with whom the person shares lists are called, by id. */
export const namesOfPeople = (view: View): ReadonlyMap<string, string> =>
  names([view.lists], '', () => new Map(peopleOfLists(view, '').map(({ id, name }) => [id, name])))
