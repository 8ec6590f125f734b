import { number, time as timeWords } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import { memo, useMemo, useSyncExternalStore } from 'react'
import { useScope } from '../page/scope.ts'
import { useDay, useMinute } from '../page/use-time.ts'
import { Block } from './block.tsx'
import { blocks, type Placed, type Rest, type Stretch } from './blocks.ts'
import { useCalendar } from './calendar-scope.ts'
import css from './day-column.module.css'
import type { Entry } from './entry.ts'
import { pixels } from './scale.ts'
import type { Ghost } from './use-timed-drop.ts'
import { gapOf, minutesOf, timeOf } from './wall.ts'

/** What a timed task takes of one day. */
export type Part = Stretch & { entry: Entry; continued: boolean; last: boolean }

const overlaps = (a: Stretch, b: Stretch) => a.start < b.end && b.start < a.end

function NowLine() {
  const { time } = useMinute()
  return <div className={css.now} style={{ insetBlockStart: pixels(minutesOf(time)) }} aria-hidden="true" />
}

/** The hour that the clocks leave out. */
function Gap({ from, to }: { from: number; to: number }) {
  const { t } = useLingui()
  return (
    <div className={css.gap} style={{ insetBlockStart: pixels(from), blockSize: pixels(to - from) }}>
      {t`The clocks go forward`}
    </div>
  )
}

/** What found no column: how much it is, which lists it. */
function More({ day, rest }: { day: string; rest: Rest<Part> }) {
  const { t } = useLingui()
  const { list } = useCalendar()
  const { items, start, end, columns } = rest
  const keys = items.map(({ entry }) => entry.key)
  const at = timeWords(timeOf(start))
  const count = items.length
  return (
    <button
      type="button"
      className={css.more}
      tabIndex={-1}
      aria-haspopup="dialog"
      aria-label={t`${count} more from ${at}`}
      style={{
        insetBlockStart: pixels(start),
        blockSize: pixels(end - start) - 2,
        insetInlineStart: `${((columns - 1) / columns) * 100}%`,
        inlineSize: `calc(${100 / columns}% - 2px)`,
      }}
      onClick={({ currentTarget }) => list({ day, keys }, currentTarget)}
    >
      +{number(items.length)}
    </button>
  )
}

/** The blocks of a day side by side; the task that the person is at is drawn even where it found no column. */
function usePlaced(parts: readonly Part[], most: number) {
  const { selection } = useScope()
  const { placed, rests } = useMemo(() => blocks(parts, (part) => part, most), [parts, most])
  const current = useSyncExternalStore(selection.subscribe, () =>
    parts.some(({ entry }) => entry.key === selection.current) ? selection.current : undefined,
  )
  const isCurrent = ({ entry }: Part) => entry.key === current
  const kept = rests.flatMap(({ items, columns }) =>
    items
      .filter(isCurrent)
      .map((item): Placed<Part> => ({ ...item, item, column: columns - 1, columns, span: 1 })),
  )
  return { placed, kept, rests, isCurrent }
}

/** A day of the week's hours: its blocks, where dragged tasks would stand, and now. Draws only what is in sight. */
export const DayColumn = memo(function DayColumn({
  day,
  parts,
  most,
  sight,
  ghost,
  openId,
}: {
  day: string
  parts: readonly Part[]
  /** How many columns there is room for. */
  most: number
  /** The minutes that are in sight, and some around them. */
  sight: Stretch
  ghost: Ghost | undefined
  openId: string | undefined
}) {
  const { day: today, zone } = useDay()
  const gap = gapOf(day, zone)
  const { placed, kept, rests, isCurrent } = usePlaced(parts, most)
  const block = ({ item, start, end, column, columns, span }: Placed<Part>, raised: boolean) => (
    <Block
      key={`${item.entry.key} ${item.continued}`}
      {...{ entry: item.entry, continued: item.continued, last: item.last, start, end, raised }}
      left={column / columns}
      width={span / columns}
      open={item.entry.task.id === openId}
    />
  )
  return (
    <>
      {gap && <Gap {...gap} />}
      {placed.filter((one) => overlaps(one, sight) || isCurrent(one.item)).map((one) => block(one, false))}
      {rests
        .filter((rest) => overlaps(rest, sight))
        .map((rest) => (
          <More key={rest.start} day={day} rest={rest} />
        ))}
      {kept.map((one) => block(one, true))}
      {ghost && (
        <div
          className={css.ghost}
          style={{ insetBlockStart: pixels(ghost.start), blockSize: pixels(ghost.minutes) }}
        >
          {timeWords(timeOf(ghost.start))}
        </div>
      )}
      {day === today && <NowLine />}
    </>
  )
})
