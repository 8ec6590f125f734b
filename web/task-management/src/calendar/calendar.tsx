import { announce } from '@doable/ui/announce'
import { useEffect, useRef } from 'react'
import type { LayoutProps } from '../page/layout-area.tsx'
import type { PageModel } from '../page/model.ts'
import { useFollow } from '../rows/use-follow.ts'
import css from './calendar.module.css'
import { CalendarContext } from './calendar-scope.ts'
import { ChosenDay } from './chosen-day.tsx'
import { Month } from './month.tsx'
import { Overlays } from './overlays.tsx'
import { periodWords } from './period-words.ts'
import { Toolbar } from './toolbar.tsx'
import { Undated } from './undated.tsx'
import { useCalendarKeys } from './use-calendar-keys.ts'
import { type CalendarState, useCalendarState } from './use-calendar-state.ts'
import { useSize } from './use-size.ts'
import { Week } from './week.tsx'
import { WeekNumbersMenu } from './week-numbers-menu.tsx'
import './words.ts'

/** Says what period is shown once it is turned. */
function useSaid(words: string) {
  const said = useRef(words)
  useEffect(() => {
    if (said.current === words) return
    said.current = words
    announce(words)
  }, [words])
}

type Shared = { state: CalendarState; title: string; openId: string | undefined }

/** The month or the week, and below or beside it what belongs to it. */
function Body({ state, title, openId }: Shared) {
  const { shown, cursor, cut, narrow, dots, undatedOpen, scope, addable, scroller } = state
  const { days, entries, now } = shown
  const root = useRef<HTMLDivElement>(null)
  const follow = useFollow(shown.lines, root)
  const { onKeyDown, onFocus } = useCalendarKeys({ ...shown, cut, cursor, go: state.go }, scope)
  const common = { title, entries, openId, onKeyDown, today: now.day }
  const undated = undatedOpen && (
    <Undated tasks={shown.undated} openId={openId} onClose={state.toggleUndated} />
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears where the focus goes in the grid
    <div
      className={css.body}
      ref={root}
      data-narrow={narrow || undefined}
      onBlur={follow.onBlur}
      onFocus={(event) => {
        follow.onFocus()
        onFocus(event)
      }}
    >
      {cut.mode === 'month' ? (
        <Month {...common} weeks={state.weeks} chosen={cursor.day} dots={dots} />
      ) : (
        <Week {...common} days={days} cursor={cursor} scroller={scroller} />
      )}
      {dots && !undated && (
        <ChosenDay
          day={cursor.day}
          entries={entries.get(cursor.day) ?? []}
          openId={openId}
          addable={addable}
          onKeyDown={onKeyDown}
        />
      )}
      {undated}
    </div>
  )
}

function Sized({ model, openId, width }: { model: PageModel; openId: string | undefined; width: number }) {
  const state = useCalendarState(model, width)
  const { shown, cursor, cut } = state
  const title = periodWords(shown.days, cursor.day, cut)
  useSaid(title)
  return (
    <CalendarContext value={state.scope}>
      <Toolbar
        title={title}
        mode={cut.mode}
        onMode={(calendar) => model.setOptions({ calendar })}
        onTurn={state.turn}
        onToday={state.toToday}
        undated={{ count: shown.undated.length, open: state.undatedOpen, toggle: state.toggleUndated }}
      >
        {cut.mode === 'month' && <WeekNumbersMenu />}
      </Toolbar>
      <Body state={state} title={title} openId={openId} />
      <Overlays state={state} openId={openId} />
    </CalendarContext>
  )
}

/** The tasks of a page on the days on which they are due: a month, or a week with its hours. */
export function Calendar({ model, openId }: LayoutProps) {
  const [ref, size] = useSize()
  return (
    <div className={css.calendar} ref={ref}>
      {size && <Sized model={model} openId={openId} width={size.width} />}
    </div>
  )
}
