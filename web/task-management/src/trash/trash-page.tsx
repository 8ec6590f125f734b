import './words.ts'
import { trashedLists } from '@doable/client/list-selectors'
import { sameItems, useStore, useView } from '@doable/client/react'
import { onlyReads } from '@doable/client/rights'
import { trashedTasks } from '@doable/client/selectors'
import type { List } from '@doable/contracts/list'
import type { Task } from '@doable/contracts/task'
import { Button } from '@doable/ui/button'
import { ConfirmDialog } from '@doable/ui/confirm-dialog'
import { EmptyState } from '@doable/ui/empty-state'
import { ago } from '@doable/ui/format'
import { usePageTitle } from '@doable/ui/page-title'
import { toast } from '@doable/ui/toast'
import { VirtualList } from '@doable/ui/virtual-list'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import header from '../page/page-header.module.css'
import css from '../views/views.module.css'

/** Longer than a dialog takes to close, in milliseconds. */
const soon = 150

/**
 * What had the focus is about to go; the same button of what moves up takes it, or the title when nothing is left. `task` says
 * where that was when a dialog has the focus by now.
 */
function stay(task?: Pick<Task, 'id'>): void {
  const buttons = () => [...document.querySelectorAll<HTMLElement>('[data-restore]')]
  const within = task
    ? document.querySelector(`[data-trashed="${task.id}"]`)
    : document.activeElement?.parentElement
  const at = buttons().findIndex((button) => within?.contains(button))
  setTimeout(() => {
    if (document.activeElement !== document.body) return
    const next = buttons()[at] ?? buttons().at(-1) ?? document.querySelector<HTMLElement>('h1')
    next?.focus()
  }, soon)
}

function TrashedTask({ task, onErase }: { task: Task; onErase(): void }) {
  const { t } = useLingui()
  const store = useStore()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual list puts elements of its own between the list and its items
    <div role="listitem" className={css.trashed} data-trashed={task.id}>
      <span dir="auto">{task.title}</span>
      <span className={css.when}>{ago(task.trashedAt ?? '')}</span>
      <span className={css.buttons}>
        <Button
          small
          data-restore
          aria-label={t`Restore ${task.title}`}
          onClick={() => {
            stay()
            store.restoreTasks([task.id])
            toast(t`Task restored`)
          }}
        >{t`Restore`}</Button>
        <Button small kind="quiet" aria-label={t`Erase ${task.title}`} onClick={onErase}>
          {t`Erase`}
        </Button>
      </span>
    </div>
  )
}

function TrashedList({ list }: { list: List }) {
  const { t } = useLingui()
  const store = useStore()
  return (
    <li className={css.trashed}>
      <span dir="auto">{list.name}</span>
      {list.templateAt !== null && <span className={css.when}>{t`Template`}</span>}
      <span className={css.when}>{ago(list.trashedAt ?? '')}</span>
      <Button
        small
        data-restore
        aria-label={t`Restore list ${list.name}`}
        onClick={() => {
          stay()
          store.restoreList(list.id)
          toast(t`List restored`)
        }}
      >
        {t`Restore`}
      </Button>
    </li>
  )
}

/** Asks before tasks are gone for good: the one act that has no Undo. */
function EraseDialog({ tasks, onClose }: { tasks: readonly Task[]; onClose(): void }) {
  const { t } = useLingui()
  const store = useStore()
  const erase = () => {
    stay(tasks[0])
    store.purgeTasks(tasks.map(({ id }) => id))
    onClose()
  }
  return (
    <ConfirmDialog
      isOpen={tasks.length > 0}
      title={tasks.length === 1 ? t`Erase task?` : t`Empty the trash?`}
      action={plural(tasks.length, { one: 'Erase task', other: 'Erase # tasks' })}
      onClose={onClose}
      onConfirm={erase}
    >
      {t`They are gone for good, with their subtasks and notes. This cannot be undone.`}
    </ConfirmDialog>
  )
}

/** A task of a list they may only read is not. */
const isTheirs = (list: List | undefined) => list !== undefined && !onlyReads(list)

/** What was thrown away and is the person's to bring back, or to erase for good. */
export function TrashPage() {
  const { t } = useLingui()
  const tasks = useView(
    (view) => trashedTasks(view).filter(({ listId }) => isTheirs(view.lists.get(listId))),
    sameItems,
  )
  const lists = useView((view) => trashedLists(view).filter(({ role }) => role === 'owner'), sameItems)
  const [erasing, setErasing] = useState<readonly Task[]>([])
  const scroller = useRef<HTMLDivElement>(null)
  usePageTitle(t`Trash`)
  return (
    <section className={css.page} aria-label={t`Trash`}>
      <header className={header.header}>
        <div className={header.measure}>
          <h1 className={header.title} tabIndex={-1}>{t`Trash`}</h1>
          <div className={header.actions}>
            {tasks.length > 0 && (
              <Button small kind="danger" onClick={() => setErasing(tasks)}>{t`Empty trash`}</Button>
            )}
          </div>
        </div>
      </header>
      <div className={css.scroller} ref={scroller}>
        <div className={css.measure}>
          {tasks.length + lists.length === 0 && <EmptyState>{t`The trash is empty.`}</EmptyState>}
          {tasks.length > 0 && <p className={css.note}>{t`What is thrown away stays here for 30 days.`}</p>}
          {/* biome-ignore lint/a11y/useSemanticElements: a virtual list puts elements of its own between the list and its items */}
          <div role="list" aria-label={t`Tasks in the trash`}>
            <VirtualList items={tasks} keyOf={({ id }) => id} scroller={scroller}>
              {(task) => <TrashedTask task={task} onErase={() => setErasing([task])} />}
            </VirtualList>
          </div>
          {lists.length > 0 && (
            <>
              <h2 className={css.group}>{t`Lists`}</h2>
              <ul>
                {lists.map((list) => (
                  <TrashedList key={list.id} list={list} />
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
      <EraseDialog tasks={erasing} onClose={() => setErasing([])} />
    </section>
  )
}
