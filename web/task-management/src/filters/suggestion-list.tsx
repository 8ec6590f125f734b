import { useEffect, useRef } from 'react'
import css from './suggest.module.css'
import type { Suggestion } from './suggestion.ts'

type Choosing = { active: number; onPoint(index: number): void; onChoose(index: number): void }

function Option({
  id,
  suggestion: { label, detail, icon },
  active,
  index,
  onPoint,
  onChoose,
}: { id: string; suggestion: Suggestion; index: number } & Choosing) {
  const element = useRef<HTMLDivElement>(null)
  const isActive = index === active
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys and points here
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
    <div
      ref={element}
      role="option"
      id={`${id}-${index}`}
      aria-selected={isActive}
      className={css.option}
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={() => isActive || onPoint(index)}
      onClick={() => onChoose(index)}
    >
      <span className={css.icon}>{icon}</span>
      <span className={css.label} dir="auto">
        {label}
      </span>
      {detail && <span className={css.detail}>{detail}</span>}
    </div>
  )
}

/** What could be typed, under its field. */
export function SuggestionList({
  id,
  label,
  open,
  suggestions,
  ...choosing
}: { id: string; label: string; open: boolean; suggestions: readonly Suggestion[] } & Choosing) {
  return (
    <div role="listbox" id={id} aria-label={label} className={css.list} hidden={!open}>
      {open &&
        suggestions.map((suggestion, index) => (
          <Option key={suggestion.id} id={id} suggestion={suggestion} index={index} {...choosing} />
        ))}
    </div>
  )
}
