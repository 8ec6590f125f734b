import type { RefObject } from 'react'
import { opening } from './opening.tsx'
import { Popover } from './popover.tsx'

/** A calendar day (`YYYY-MM-DD`) and, with a day, a wall-clock time (`HH:MM`). */
export type Due = { date: string | null; time: string | null }

export type DatePopoverProps = {
  anchor: RefObject<Element | null>
  /** Names what is chosen: "Due date". */
  label: string
  isOpen: boolean
  onClose(): void
  value: Due
  onChange(value: Due): void
  /** The person's today, `YYYY-MM-DD`. */
  today: string
  /** 1 is Monday, 7 is Sunday; the language decides without it. */
  weekStart?: number
  /** Offers a time of day unless it says no. */
  withTime?: boolean
  /** Something else to choose from here, such as a repetition. */
  more?: { label: string; run(): void } | undefined
}

/** Chooses a day: Today, Tomorrow, Next week, No date, a calendar and a time. Loaded when it first opens. */
export function DatePopover(props: DatePopoverProps) {
  const { anchor, label, isOpen, onClose } = props
  return (
    <Popover {...{ anchor, label, isOpen, onClose }}>
      <Panel {...props} />
    </Popover>
  )
}

const Panel = opening<DatePopoverProps>(() => import('./date-panel.tsx'))
