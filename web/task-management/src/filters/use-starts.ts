import { type Asking, queryContext } from '@doable/client/filter-selectors'
import { activeLists } from '@doable/client/list-selectors'
import { useView } from '@doable/client/react'
import { mayEdit } from '@doable/client/rights'
import type { View } from '@doable/client/view'
import type { List, Section } from '@doable/contracts/list'
import { type Asked, askedBy } from '@doable/domain/query/asked'
import type { Query } from '@doable/domain/query/ast'
import { resolveQuery } from '@doable/domain/query/resolve'
import { useMemo } from 'react'
import type { Defaults } from '../lines/group.ts'

type Places = Pick<View, 'sections'> & { lists: readonly List[] }

/** The one list that is meant, the Inbox before others; undefined where several could be. */
const oneOf = (ids: readonly string[], inbox: string) =>
  ids.includes(inbox) ? inbox : ids.length === 1 ? ids[0] : undefined

/** The place that is asked for, of those that take tasks. */
function placeOf({ listIds, sectionIds }: Asked, { lists, sections }: Places, inbox: string) {
  const open = (listIds ?? lists.map(({ id }) => id)).filter((id) =>
    mayEdit(lists.find((list) => list.id === id)),
  )
  const within = (sectionIds ?? [])
    .map((id) => sections.get(id))
    .filter((section): section is Section => section !== undefined && open.includes(section.listId))
  const [section] = within
  if (within.length === 1 && section) return { listId: section.listId, sectionId: section.id }
  const listId = listIds && oneOf(open, inbox)
  return listId === undefined ? {} : { listId }
}

function startOf(asked: Asked, places: Places, me: string): Defaults {
  const { labels, priority, dueOn, assigneeIds = [] } = asked
  const place = placeOf(asked, places, me)
  const { members = [] } = places.lists.find(({ id }) => id === (place.listId ?? me)) ?? {}
  const could = assigneeIds.filter((id) => members.some((member) => member.id === id))
  const assigneeId = oneOf(could, me)
  return {
    ...place,
    ...(labels.length > 0 && { labels }),
    ...(priority && { priority }),
    ...(dueOn && { dueOn }),
    ...(assigneeId && { assigneeId }),
  }
}

/** What a task starts with that is added to each pane of a query: what the pane plainly asks for. */
export function useStarts(query: Query | undefined, asking: Asking): readonly (Defaults | undefined)[] {
  const context = useView((view) => queryContext(view, asking))
  const lists = useView(activeLists)
  const sections = useView((view) => view.sections)
  return useMemo(
    () =>
      (query ? resolveQuery(query, context).panes : []).map((pane) => {
        const asked = askedBy(pane, context.now.day)
        return asked && startOf(asked, { lists, sections }, context.me)
      }),
    [query, context, lists, sections],
  )
}
