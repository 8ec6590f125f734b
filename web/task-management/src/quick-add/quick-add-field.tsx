import { useLingui } from '@lingui/react/macro'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type SyntheticEvent,
  useId,
  useLayoutEffect,
  useRef,
} from 'react'
import css from './quick-add.module.css'
import { SuggestionList } from './suggestion-list.tsx'
import { TokenMirror } from './token-mirror.tsx'
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
  const { text, parsed, setText, ignore } = state
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const mirror = useRef<HTMLDivElement>(null)
  const wantedCaret = useRef<number>(undefined)
  const suggestions = useSuggestions(state)
  useLayoutEffect(() => {
    const field = input.current
    if (!field) return
    if (wantedCaret.current !== undefined) field.setSelectionRange(wantedCaret.current, wantedCaret.current)
    wantedCaret.current = undefined
    if (mirror.current) mirror.current.scrollLeft = field.scrollLeft
  })
  const choose = (index?: number) => {
    wantedCaret.current = suggestions.choose(index)
    input.current?.focus()
  }
  const caretOf = () => {
    const { selectionStart, selectionEnd } = input.current ?? {}
    return selectionStart === selectionEnd ? (selectionStart ?? undefined) : undefined
  }
  const onBackspace = () => {
    const caret = caretOf()
    const token = parsed.tokens.find(({ end, kind }) => end === caret && kind !== 'escape')
    if (token) ignore(token.start)
    return token !== undefined
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const open = suggestions.shown.length > 0
    const keys: Record<string, () => unknown> = {
      Enter: open ? () => choose() : onEnter,
      Escape: open ? suggestions.close : onEscape,
      Backspace: onBackspace,
      ...(open && {
        ArrowDown: () => suggestions.step(1),
        ArrowUp: () => suggestions.step(-1),
        Tab: () => choose(),
      }),
    }
    const act = keys[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey || act() === false) return
    event.preventDefault()
    event.stopPropagation()
  }
  const onClick = () => {
    const caret = caretOf()
    if (caret === undefined) return
    const token = parsed.tokens.find(
      ({ start, end, kind }) => start < caret && caret < end && kind !== 'escape',
    )
    if (token) ignore(token.start)
  }
  const follow = (event: SyntheticEvent<HTMLInputElement>) => {
    suggestions.follow(event.currentTarget.selectionEnd ?? 0)
  }
  return (
    <div className={css.field}>
      <TokenMirror text={text} tokens={parsed.tokens} ref={mirror} />
      <input
        ref={input}
        // biome-ignore lint/a11y/noAutofocus: it appears because the person asked to add a task
        autoFocus
        role="combobox"
        aria-label={t`New task`}
        aria-expanded={suggestions.shown.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={suggestions.shown.length > 0 ? `${list}-${suggestions.active}` : undefined}
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
        onSelect={follow}
        onScroll={(event) => {
          if (mirror.current) mirror.current.scrollLeft = event.currentTarget.scrollLeft
        }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onPaste={onPaste}
      />
      <SuggestionList id={list} suggestions={suggestions} onChoose={choose} />
    </div>
  )
}
