import { type KeyboardEvent, type ReactNode, useId } from 'react'
import css from './tabs.module.css'

export type Tab<V extends string> = { value: V; label: ReactNode; panel: ReactNode }

const step: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
}

/** Moves the focus with the arrows, mirrored where text runs from right to left. */
function onArrow(event: KeyboardEvent<HTMLElement>, choose: (at: number) => void) {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')]
  const rtl = getComputedStyle(event.currentTarget).direction === 'rtl'
  const mirrored: Record<string, string> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }
  const move = step[(rtl && mirrored[event.key]) || event.key]
  if (!move) return
  event.preventDefault()
  const next = move(tabs.indexOf(document.activeElement as HTMLElement), tabs.length - 1)
  tabs[next]?.focus()
  choose(next)
}

/** Panels of which one is shown (the ARIA Authoring Practices' tabs with automatic activation). */
export function Tabs<V extends string>({
  label,
  tabs,
  value,
  onChange,
}: {
  label: string
  tabs: Tab<V>[]
  value: V
  onChange(value: V): void
}) {
  const id = useId()
  const choose = (at: number) => tabs[at] && onChange(tabs[at].value)
  return (
    <div className={css.tabs}>
      <div
        role="tablist"
        aria-label={label}
        className={css.list}
        onKeyDown={(event) => onArrow(event, choose)}
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-selected={tab.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1}
            className={css.tab}
            onClick={() => onChange(tab.value)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>
        {tabs.find((tab) => tab.value === value)?.panel}
      </div>
    </div>
  )
}
