import { caretToEnd } from '@doable/ui/waiting-line'
import { useLingui } from '@lingui/react/macro'
import { type ClipboardEvent, useId } from 'react'
import css from './quick-add.module.css'
import { SuggestionList } from './suggestion-list.tsx'
import { TokenMirror } from './token-mirror.tsx'
import { useField } from './use-field.ts'
import type { QuickAddState } from './use-quick-add.ts'
import { useSuggestions } from './use-suggestions.ts'

type FieldProps = {
  state: QuickAddState
  placeholder: string
  /** The id of the line that says what was understood. */
  describedBy: string
  onEnter(): void
  onEscape(): void
  onPaste(event: ClipboardEvent): void
}

/** The line itself: an ordinary text field that tints what it understands and suggests names (ARIA combobox). */
export function QuickAddField({ state, placeholder, describedBy, onEnter, onEscape, onPaste }: FieldProps) {
  const { t } = useLingui()
  const { text, parsed, setText } = state
  const list = useId()
  const suggestions = useSuggestions(state)
  const { input, mirror, align, choose, ...does } = useField(state, suggestions, { onEnter, onEscape })
  const open = suggestions.shown.length > 0
  return (
    <div className={css.field}>
      <TokenMirror text={text} tokens={parsed.tokens} ref={mirror} />
      <input
        ref={input}
        // biome-ignore lint/a11y/noAutofocus: it appears because the person asked to add a task
        autoFocus
        role="combobox"
        aria-label={t`New task`}
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={suggestions.active >= 0 ? `${list}-${suggestions.active}` : undefined}
        aria-describedby={describedBy}
        autoComplete="off"
        enterKeyHint="done"
        spellCheck
        dir="auto"
        placeholder={placeholder}
        className={css.input}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          suggestions.follow(event.target.selectionEnd ?? event.target.value.length)
        }}
        onSelect={({ currentTarget }) => suggestions.follow(currentTarget.selectionEnd ?? 0)}
        onScroll={align}
        {...does}
        onPaste={onPaste}
        onFocus={caretToEnd}
      />
      <SuggestionList id={list} suggestions={suggestions} onChoose={choose} />
    </div>
  )
}
