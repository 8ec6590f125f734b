import './words.ts'
import { VirtualList } from '@doable/ui/virtual-list'
import { useLingui } from '@lingui/react/macro'
import { useMemo, useRef } from 'react'
import { taskLines } from '../lines/line.ts'
import type { LayoutProps } from '../page/layout-area.tsx'
import { useFollow } from '../rows/use-follow.ts'
import css from './board.module.css'
import { Column } from './column.tsx'
import { useBoardKeys } from './use-board-keys.ts'
import { useKeptColumns, useScrollToColumn } from './use-kept-columns.ts'

/** A column with the gap behind it, and what lies before the first, in pixels: the measures of the style sheet. */
const columnWidth = 292
const startMargin = 24

const flat = { childrenOf: () => [], isFolded: () => false }

/** The groups of a page side by side. Scrolls sideways as a whole, with the arrows too; each column scrolls by itself. */
export function Board({ model: { groups }, openId, adding }: LayoutProps) {
  const { t } = useLingui()
  const board = useRef<HTMLDivElement>(null)
  const columns = useMemo(
    () =>
      groups
        .filter((group) => group.add || group.into || group.tasks.length > 0)
        .map((group) => ({ group, lines: taskLines(group, flat) })),
    [groups],
  )
  const all = useMemo(() => columns.flatMap(({ lines }) => lines), [columns])
  const focus = useFollow(all, board)
  const handle = useScrollToColumn(columns)
  const kept = useKeptColumns(columns, adding)
  return (
    <section
      className={css.board}
      ref={board}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-label={t`Board`}
      {...focus}
      onKeyDown={useBoardKeys(columns)}
    >
      <VirtualList
        horizontal
        items={columns}
        keyOf={({ group }) => group.id}
        scroller={board}
        startMargin={startMargin}
        itemSize={columnWidth}
        keep={kept}
        ref={handle}
      >
        {({ group, lines }) => (
          <Column group={group} lines={lines} openId={openId} adding={adding === group.id} />
        )}
      </VirtualList>
    </section>
  )
}
