import { lazily } from '@doable/ui/lazily'
import { usePageTitle } from '@doable/ui/page-title'
import { useMemo } from 'react'
import { useDrops } from '../drag/use-drops.ts'
import { TaskLines } from '../rows/task-lines.tsx'
import { BulkBar } from '../selection/bulk-bar.tsx'
import type { PageModel } from './model.ts'
import { PageHeader } from './page-header.tsx'
import { LookContext, ScopeContext } from './scope.ts'
import css from './task-page.module.css'
import { useLines } from './use-lines.ts'
import { useScopeOfPage } from './use-scope-of-page.ts'
import { useTaskShortcuts } from './use-task-shortcuts.ts'

const TaskPopups = lazily(async () => (await import('../popups/task-popups.tsx')).TaskPopups)
const Board = lazily(async () => (await import('../board/board.tsx')).Board)

/** A page of tasks: its title, its tasks as a list or a board, and all that can be done with them. */
export const TaskPage = ({ model }: { model: PageModel }) => <Shown key={model.key} model={model} />

function Shown({ model }: { model: PageModel }) {
  const { groups, options, title } = model
  const { scope, popup, closePopup, adding, openId } = useScopeOfPage(groups)
  const lines = useLines(model, adding)
  const movable = options.sort === 'order' && groups.some(({ into }) => into && 'listId' in into)
  const showList = model.showList ?? false
  const look = useMemo(() => ({ showList, movable }), [showList, movable])
  usePageTitle(title)
  useTaskShortcuts(scope, lines, openId, movable, popup !== undefined)
  useDrops(scope, movable)
  const isEmpty = groups.every(({ tasks }) => tasks.length === 0)
  const isBoard = model.boards && options.layout === 'board'
  return (
    <ScopeContext value={scope}>
      <LookContext value={look}>
        <section data-page className={css.page} aria-label={title}>
          <PageHeader model={model} />
          {model.above}
          {isBoard ? (
            <Board groups={groups} openId={openId} adding={adding} />
          ) : (
            <TaskLines lines={lines} label={title} openId={openId} footer={isEmpty && model.empty} />
          )}
          <BulkBar />
          {popup && <TaskPopups popup={popup} onClose={closePopup} />}
        </section>
      </LookContext>
    </ScopeContext>
  )
}
