import './words.ts'
import { useStore } from '@doable/client/react'
import { VirtualList } from '@doable/ui/virtual-list'
import { useCallback, useMemo, useRef } from 'react'
import { useLeaving } from '../lines/leaving.ts'
import type { Line } from '../lines/line.ts'
import type { LayoutProps } from '../page/layout-area.tsx'
import { AddLine } from '../rows/add-line.tsx'
import { GroupHeading } from '../rows/group-heading.tsx'
import { useFollow } from '../rows/use-follow.ts'
import { useIsCompleted } from '../rows/use-is-completed.ts'
import { useKept, useScrollToWanted } from '../rows/use-kept.ts'
import { CellEditor } from './cell-editor.tsx'
import { Cursor } from './cursor.ts'
import { Header } from './header.tsx'
import css from './table.module.css'
import { TableContext } from './table-context.ts'
import { TableItem } from './table-row.tsx'
import { useColumns } from './use-columns.ts'
import { useEdit } from './use-edit.ts'
import { useTableKeys } from './use-table-keys.ts'

/** Keeps the headings above their columns, whichever of the two is scrolled sideways. */
function useSideBySide() {
  const head = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const onHead = useCallback(() => {
    if (head.current && body.current) body.current.scrollLeft = head.current.scrollLeft
  }, [])
  const onBody = useCallback(() => {
    if (head.current && body.current) head.current.scrollLeft = body.current.scrollLeft
  }, [])
  return { head, body, onHead, onBody }
}

/** The tasks of a page, one row each, with what they have in columns (the tree grid of the ARIA Authoring Practices). */
export function Table({ model, lines: now, openId }: LayoutProps) {
  const lines = useLeaving(now, useIsCompleted(useStore()))
  const columns = useColumns(model)
  const cursor = useMemo(() => new Cursor(), [])
  const edit = useEdit(cursor)
  const shared = useMemo(() => ({ cursor, columns: columns.columns, edit }), [cursor, columns.columns, edit])
  const { head, body, onHead, onBody } = useSideBySide()
  const handle = useScrollToWanted(lines)
  const kept = useKept(lines)
  const focus = useFollow(lines, body)
  const onKeyDown = useTableKeys(lines, shared)
  const isEmpty = model.groups.every(({ tasks }) => tasks.length === 0)
  return (
    <TableContext value={shared}>
      <div
        role="treegrid"
        aria-label={model.title}
        aria-multiselectable="true"
        aria-rowcount={lines.length + 1}
        className={css.table}
        style={columns.style}
        ref={columns.table}
        onKeyDown={onKeyDown}
      >
        <div className={css.head} ref={head} onScroll={onHead}>
          <Header columns={columns} model={model} />
        </div>
        <div className={css.scroller} ref={body} onScroll={onBody} {...focus}>
          <div className={css.body}>
            <VirtualList items={lines} keyOf={({ key }) => key} scroller={body} keep={kept} ref={handle}>
              {(line, index) => <OneLine line={line} index={index} openId={openId} />}
            </VirtualList>
          </div>
          {isEmpty && <div className={css.across}>{model.empty}</div>}
        </div>
      </div>
      <CellEditor />
    </TableContext>
  )
}

function OneLine({ line, index, openId }: { line: Line; index: number; openId: string | undefined }) {
  if (line.kind === 'task') return <TableItem line={line} index={index} open={line.id === openId} />
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are drawn by a virtual list, between elements that are no rows
    // biome-ignore lint/a11y/useFocusableInteractive: what is in it takes the focus
    <div role="row" aria-rowindex={index + 2} className={css.across}>
      {line.kind === 'heading' ? (
        <GroupHeading role="gridcell" group={line.group} count={line.count} folded={line.folded} />
      ) : (
        <AddLine role="gridcell" group={line.group} open={line.open} />
      )}
    </div>
  )
}
