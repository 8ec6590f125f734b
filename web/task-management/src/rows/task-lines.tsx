import { useStore } from '@doable/client/react'
import { VirtualList } from '@doable/ui/virtual-list'
import { type ReactNode, useRef } from 'react'
import { useLeaving } from '../lines/leaving.ts'
import type { Line } from '../lines/line.ts'
import { AddLine } from './add-line.tsx'
import { GroupHeading } from './group-heading.tsx'
import css from './task-lines.module.css'
import { TaskItem } from './task-row.tsx'
import { useFollow } from './use-follow.ts'
import { useIsCompleted } from './use-is-completed.ts'
import { useKept, useScrollToWanted } from './use-kept.ts'
import { useRowKeys } from './use-row-keys.ts'

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
  const lines = useLeaving(now, useIsCompleted(useStore()))
  const scroller = useRef<HTMLDivElement>(null)
  const handle = useScrollToWanted(lines)
  const kept = useKept(lines)
  const focus = useFollow(lines, scroller)
  return (
    <div className={css.scroller} ref={scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual list puts elements of its own between the list and its items */}
      <div role="list" aria-label={label} className={css.list} {...focus} onKeyDown={useRowKeys(lines)}>
        <VirtualList items={lines} keyOf={({ key }) => key} scroller={scroller} keep={kept} ref={handle}>
          {(line) => <OneLine line={line} openId={openId} />}
        </VirtualList>
      </div>
      {footer}
    </div>
  )
}

function OneLine({ line, openId }: { line: Line; openId: string | undefined }) {
  if (line.kind === 'heading')
    return <GroupHeading group={line.group} count={line.count} folded={line.folded} />
  if (line.kind === 'add') return <AddLine group={line.group} open={line.open} />
  return <TaskItem line={line} open={line.id === openId} />
}
