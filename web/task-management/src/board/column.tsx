import { number } from '@doable/ui/format'
import { VirtualList } from '@doable/ui/virtual-list'
import { useId, useRef } from 'react'
import { useDropTarget } from '../drag/use-drop-target.ts'
import type { Group } from '../lines/group.ts'
import type { TaskLine } from '../lines/line.ts'
import { useHeadingWords } from '../names/use-heading-words.ts'
import { AddLine } from '../rows/add-line.tsx'
import { TaskItem } from '../rows/task-row.tsx'
import { useKept, useScrollToWanted } from '../rows/use-kept.ts'
import { SectionMenu } from '../sections/section-menu.tsx'
import css from './board.module.css'

/** One group as a column: its heading stays, its cards scroll, its last line adds one. */
export function Column({
  group,
  lines,
  openId,
  adding,
}: {
  group: Group
  lines: readonly TaskLine[]
  openId: string | undefined
  adding: boolean
}) {
  const { words } = useHeadingWords(group.heading)
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const kept = useKept(lines)
  const handle = useScrollToWanted(lines)
  const drop = useDropTarget(group.into && { kind: 'group', groupId: group.id })
  return (
    <div className={css.place}>
      <div className={css.column} data-drop={drop.over || undefined} ref={drop.ref}>
        <header className={css.head}>
          <h2 id={id} className={css.words} dir="auto">
            {words}
          </h2>
          <span className={css.count}>{number(lines.length)}</span>
          {group.heading?.kind === 'section' && <SectionMenu id={group.heading.sectionId} />}
        </header>
        {/* biome-ignore lint/a11y/useSemanticElements: a virtual list puts elements of its own between the list and its items */}
        <div className={css.cards} ref={scroller} role="list" aria-labelledby={id}>
          <VirtualList items={lines} keyOf={({ key }) => key} scroller={scroller} keep={kept} ref={handle}>
            {(line) => <TaskItem line={line} open={line.id === openId} />}
          </VirtualList>
          {group.add && <AddLine group={group} open={adding} />}
        </div>
      </div>
    </div>
  )
}
