import { namesOfPeople } from '@doable/client/people-selectors'
import { useView } from '@doable/client/react'
import type { View } from '@doable/client/view'
import type { ViewSort } from '@doable/contracts/view'
import type { Names } from '@doable/domain/view-sorting'
import { useRef } from 'react'
import { useListNames } from './use-list-name.ts'

const noLists: View['lists'] = new Map()
const noNames: ReadonlyMap<string, string> = new Map()

/** The names that a sort goes by, where it does; `version` counts how often they may have changed. */
export function useSortNames(sort: ViewSort): { names: Names; version: number } {
  const called = useListNames()
  const lists = useView((view) => (sort === 'list' ? view.lists : noLists))
  const people = useView((view) => (sort === 'assignee' ? namesOfPeople(view) : noNames))
  const known = useRef({ lists, people, version: 0 })
  if (known.current.lists !== lists || known.current.people !== people)
    known.current = { lists, people, version: known.current.version + 1 }
  const names = {
    list: (id: string) => called(lists.get(id)),
    person: (id: string) => people.get(id) ?? '',
  }
  return { names, version: known.current.version }
}
