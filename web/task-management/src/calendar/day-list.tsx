import { Button } from '@doable/ui/button'
import { day as dayWords } from '@doable/ui/format'
import { Popover } from '@doable/ui/popover'
import { VirtualList } from '@doable/ui/virtual-list'
import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { type MouseEvent, useRef } from 'react'
import { type Listed, useCalendar } from './calendar-scope.ts'
import css from './day-list.module.css'
import type { Entry } from './entry.ts'
import { EntryLine } from './entry-line.tsx'

/** What stands on a day, all of it, floating at the day; with a way to add to it. */
export function DayList({
  listed,
  anchor,
  entries,
  openId,
  addable,
  onClose,
}: {
  listed: Listed
  anchor: Element
  entries: readonly Entry[]
  openId: string | undefined
  addable: boolean
  onClose(): void
}) {
  const { t } = useLingui()
  const { add } = useCalendar()
  const scroller = useRef<HTMLDivElement>(null)
  const title = dayWords(listed.day, { weekday: 'long', day: 'numeric', month: 'long' })
  // Its details stand beside the page, which this would cover.
  const press = ({ target }: MouseEvent) => {
    if (target instanceof Element && !target.closest('[role=checkbox]')) onClose()
  }
  return (
    <Popover anchor={useRef(anchor)} label={title} isOpen onClose={onClose} className={css.popover ?? ''}>
      <h3 className={css.title}>{title}</h3>
      {entries.length === 0 && <p className={css.none}>{t`Nothing on this day.`}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the lines inside are what is pressed */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: they are buttons */}
      <div className={css.scroller} ref={scroller} onClick={press}>
        <VirtualList items={entries} keyOf={({ key }) => key} itemSize={24} scroller={scroller}>
          {(entry) => <EntryLine apart entry={entry} open={entry.task.id === openId} />}
        </VirtualList>
      </div>
      {addable && (
        <Button
          small
          kind="quiet"
          icon={<Plus />}
          onClick={() => {
            onClose()
            add({ day: listed.day })
          }}
        >{t`Add task`}</Button>
      )}
    </Popover>
  )
}
