import { useStore } from '@doable/client/react'
import { VirtualList, type VirtualListHandle } from '@doable/ui/virtual-list'
import { type ReactNode, useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useLeaving } from '../lines/leaving.ts'
import type { Line } from '../lines/line.ts'
import { useScope } from '../page/scope.ts'
import { AddLine } from './add-line.tsx'
import { GroupHeading } from './group-heading.tsx'
import css from './task-lines.module.css'
import { TaskRow } from './task-row.tsx'
import { useFollow } from './use-follow.ts'
import { useRowKeys } from './use-row-keys.ts'

/** Whether a task is done; asked when a row goes away, to tell a completed task from a moved one. */
function useIsCompleted() {
  const store = useStore()
  return useCallback(
    (id: string) => {
      const task = store.getSnapshot().tasks.get(id)
      return task !== undefined && task.completedAt !== null && task.trashedAt === null
    },
    [store],
  )
}

function useCurrentIndex(lines: readonly Line[]) {
  const { selection } = useScope()
  const current = useSyncExternalStore(selection.subscribe, () => selection.current)
  return lines.findIndex((line) => line.kind === 'task' && line.id === current)
}

/** Brings the row the page sends the focus to into sight, so that it is drawn and can take it. */
function useScrollToWanted(lines: readonly Line[]) {
  const { selection } = useScope()
  const handle = useRef<VirtualListHandle>(null)
  const wanted = useSyncExternalStore(selection.subscribe, () => selection.wanted)
  useLayoutEffect(() => {
    if (wanted === undefined) return
    const at = lines.findIndex((line) => line.kind === 'task' && line.id === wanted)
    if (at >= 0) handle.current?.scrollToIndex(at, { align: 'nearest' })
  }, [wanted, lines])
  return handle
}

/** The tasks of a page as one long list: headings, rows and lines to add one. Draws only what is in sight. */
export function TaskLines({
  lines: now,
  label,
  openId,
  footer,
}: {
  lines: readonly Line[]
  label: string
  openId: string | undefined
  /** After the last line, such as what to do when there is nothing. */
  footer?: ReactNode
}) {
  const lines = useLeaving(now, useIsCompleted())
  const scroller = useRef<HTMLDivElement>(null)
  const handle = useScrollToWanted(lines)
  const current = useCurrentIndex(lines)
  const focus = useFollow(lines, scroller)
  return (
    <div className={css.scroller} ref={scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual list puts elements of its own between the list and its items */}
      <div role="list" aria-label={label} className={css.list} {...focus} onKeyDown={useRowKeys(lines)}>
        <VirtualList items={lines} scroller={scroller} keep={current < 0 ? [] : [current]} ref={handle}>
          {(line) => <OneLine line={line} openId={openId} />}
        </VirtualList>
      </div>
      {footer}
    </div>
  )
}

function OneLine({ line, openId }: { line: Line; openId: string | undefined }) {
  if (line.kind === 'heading') return <GroupHeading {...line} />
  if (line.kind === 'add') return <AddLine group={line.group} open={line.open} />
  const { kind: _kind, key: _key, ...row } = line
  return <TaskRow {...row} open={line.id === openId} />
}
