import { lazily } from '@doable/ui/lazily'
import { usePageTitle } from '@doable/ui/page-title'
import { useMemo } from 'react'
import { useDrops } from '../drag/use-drops.ts'
import { PickedBar } from '../selection/picked-bar.tsx'
import { useFormerSettings } from './former-settings.ts'
import { LayoutArea } from './layout-area.tsx'
import { layoutOf } from './layout-in-force.ts'
import type { PageModel } from './model.ts'
import { PageHeader } from './page-header.tsx'
import { LookContext, ScopeContext } from './scope.ts'
import { useStartHere } from './start-here.ts'
import css from './task-page.module.css'
import { useLines } from './use-lines.ts'
import { useScopeOfPage } from './use-scope-of-page.ts'
import { useTaskShortcuts } from './use-task-shortcuts.ts'

const TaskPopups = lazily(async () => (await import('../popups/task-popups.tsx')).TaskPopups)

/** A page of tasks: its title, its tasks in one of the layouts, and all that can be done with them. */
export const TaskPage = ({ model }: { model: PageModel }) => <Shown key={model.key} model={model} />

function Shown({ model }: { model: PageModel }) {
  const { groups, options, title } = model
  const { scope, popup, closePopup, adding, openId } = useScopeOfPage(groups)
  const lines = useLines(model, adding)
  const movable = options.sort === 'order' && !options.descending && model.arrangeable === true
  const showList = model.showList ?? false
  const look = useMemo(() => ({ showList, movable }), [showList, movable])
  usePageTitle(title)
  useFormerSettings()
  useStartHere(model.start)
  useTaskShortcuts(scope, lines, openId, movable, popup !== undefined, layoutOf(model))
  useDrops(scope, movable)
  return (
    <ScopeContext value={scope}>
      <LookContext value={look}>
        <section data-page className={css.page} aria-label={title}>
          <PageHeader model={model} />
          {model.above}
          <LayoutArea model={model} lines={lines} openId={openId} adding={adding} />
          <PickedBar />
          {popup && <TaskPopups popup={popup} onClose={closePopup} />}
        </section>
      </LookContext>
    </ScopeContext>
  )
}
