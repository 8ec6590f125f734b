import { useView } from '@doable/client/react'
import { mayEditTask } from '@doable/client/rights'
import { time as timeWords } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import { type CSSProperties, memo } from 'react'
import { useDurationWords } from '../names/use-duration-words.ts'
import { TitleInput } from '../rows/title-input.tsx'
import css from './block.module.css'
import type { Entry } from './entry.ts'
import { Ring } from './entry-line.tsx'
import { pixels } from './scale.ts'
import { useEntry } from './use-entry.ts'
import { useEntryDrag } from './use-entry-drag.ts'
import { useStretch } from './use-stretch.ts'
import { dayLength } from './wall.ts'

type BlockProps = {
  entry: Entry
  /** In minutes of the wall. */
  start: number
  end: number
  /** Its share of the day's width, from 0 to 1. */
  left: number
  width: number
  /** Not the first day it reaches into. */
  continued: boolean
  /** The last day it reaches into. */
  last: boolean
  open: boolean
  /** Stands above its neighbours. */
  raised: boolean
}

const percent = (share: number) => `${share * 100}%`

/** Its time, and its length where there is room. */
function When({ entry, tall }: { entry: Entry; tall: boolean }) {
  const { t } = useLingui()
  const duration = useDurationWords()
  const { task, time } = entry
  const length = task.durationMinutes === null ? '' : duration(task.durationMinutes)
  const long = length && t`for ${length}`
  return <span className={css.time}>{[time && timeWords(time), tall && long].filter(Boolean).join(' ')}</span>
}

/** A task with a time, as long as it takes. Its lower edge can be dragged. */
export const Block = memo(function Block(props: BlockProps) {
  const { entry, start, left, width, continued, last, open, raised } = props
  const { task, preview } = entry
  const { title, editing, name, tabIndex, around } = useEntry(entry, continued || undefined)
  const drag = useEntryDrag(entry, true)
  const { minutes, edge } = useStretch(entry)
  const { t } = useLingui()
  const words = task.title
  const duration = useDurationWords()
  const writable = useView((view) => mayEditTask(view, task.id))
  const end = minutes === undefined ? props.end : Math.min(start + minutes, dayLength)
  const height = pixels(end - start)
  const style: CSSProperties = {
    insetBlockStart: pixels(start),
    blockSize: Math.max(height - 2, 22),
    insetInlineStart: percent(left),
    inlineSize: `calc(${percent(width)} - 2px)`,
    '--ring': `var(--p${task.priority})`,
  } as CSSProperties
  return (
    <div
      className={css.block}
      ref={continued ? undefined : drag}
      style={style}
      data-open={open || undefined}
      data-raised={raised || minutes !== undefined || undefined}
      data-short={height < 44 || undefined}
      {...around}
    >
      {!continued && <Ring entry={entry} tabIndex={-1} />}
      <div className={css.words}>
        {editing ? (
          <TitleInput task={task} />
        ) : (
          <button
            type="button"
            ref={title}
            data-title
            className={css.title}
            dir="auto"
            aria-label={continued ? t`${words}, continued` : name}
            aria-current={open || undefined}
            title={task.title}
            tabIndex={continued ? -1 : tabIndex}
            onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
          >
            {task.title}
          </button>
        )}
        {!continued && <When entry={entry} tall={height >= 44} />}
      </div>
      {last && !continued && !preview && writable && (
        <span className={css.edge} data-edge aria-hidden="true" {...edge} />
      )}
      {minutes !== undefined && <span className={css.length}>{duration(minutes)}</span>}
    </div>
  )
})
