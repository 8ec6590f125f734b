import { sectionsOfList } from '@doable/client/list-selectors'
import { isTemplate } from '@doable/client/list-states'
import { useList, usePerson, useView } from '@doable/client/react'
import { mayEdit } from '@doable/client/rights'
import { completedTasks, openTasksOfList } from '@doable/client/selectors'
import type { Task } from '@doable/contracts/task'
import { EmptyState } from '@doable/ui/empty-state'
import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useMemo } from 'react'
import { useParams } from 'react-router'
import { grouped } from '../grouping/grouped.ts'
import { useWorld } from '../grouping/use-world.ts'
import { useListName } from '../names/use-list-name.ts'
import { allLayouts, listGroupings } from '../page/layouts.ts'
import type { PageModel } from '../page/model.ts'
import { TaskPage } from '../page/task-page.tsx'
import { useDay } from '../page/use-time.ts'
import { useViewOptions } from '../page/view-options.ts'
import { ListActions } from './list-actions.tsx'
import { listGroups } from './list-groups.ts'
import { MissingPage } from './missing-page.tsx'
import { PressQ } from './press-q.tsx'
import { useSorted } from './use-sorted.ts'

const none: readonly Task[] = []
/** How a list is by itself: by section, as its people arrange it. */
const own = { sort: 'order', groupBy: 'section' } as const

/** The groups of a list, sorted and with completed tasks as its person wants them. */
function useListModel(listId: string, writable: boolean) {
  const [options, setOptions] = useViewOptions(`list ${listId}`, own)
  const { sort, descending, groupBy } = options
  const now = useDay()
  const world = useWorld(listId)
  const open = useView((view) => openTasksOfList(view, listId))
  const sections = useView((view) => sectionsOfList(view, listId))
  const done = useView((view) => (options.completed ? completedTasks(view) : none))
  const sorted = useSorted(open, sort, now, descending)
  const content = useMemo(() => {
    const completed = done.filter((task) => task.listId === listId)
    const key = `list ${listId}`
    const base = { key, add: { listId }, writable }
    const part = (tops: readonly Task[]) => {
      if (groupBy === 'none' || groupBy === 'section')
        return [{ id: `${key} whole`, tasks: tops, ...(writable && { add: { listId } }) }]
      return grouped(tops, groupBy, world, base)
    }
    return listGroups({
      listId,
      open: sorted,
      sections,
      completed,
      writable,
      part: groupBy === 'section' ? undefined : part,
    })
  }, [listId, sorted, sections, done, writable, groupBy, world])
  return { key: `list ${listId}`, ...content, options, setOptions }
}

type ListWords = { id: string; title: string; aside?: string | undefined; empty: ReactNode }
function ListOfTasks({ id, title, aside, empty }: ListWords) {
  const list = useList(id)
  const writable = mayEdit(list)
  const parts = useListModel(id, writable)
  const model: PageModel = {
    ...parts,
    title,
    layouts: allLayouts,
    groupings: listGroupings,
    arrangeable: writable,
    completable: !isTemplate(list),
    sortable: true,
    actions: list && <ListActions list={list} />,
    ...(aside && { aside }),
    empty,
  }
  return <TaskPage model={model} />
}

export function InboxPage() {
  const { t } = useLingui()
  const own = usePerson()?.id
  const inbox = useView((view) => [...view.lists.values()].find((list) => list.isInbox)?.id)
  const empty = (
    <EmptyState>
      {t`Your Inbox is empty.`} <PressQ />
    </EmptyState>
  )
  return <ListOfTasks id={inbox ?? own ?? ''} title={t`Inbox`} empty={empty} />
}

export function ListPage() {
  const { t } = useLingui()
  const { id = '' } = useParams()
  const list = useList(id)
  const name = useListName(list)
  const empty = (
    <EmptyState>
      {isTemplate(list) ? t`Nothing in this template yet.` : t`Nothing to do in this list.`}{' '}
      {mayEdit(list) && <PressQ />}
    </EmptyState>
  )
  if (!list || list.trashedAt !== null) return <MissingPage kind="list" />
  const aside = isTemplate(list) ? t`Template` : undefined
  return <ListOfTasks id={id} title={name} aside={aside} empty={empty} />
}
