import './words.ts'
import type { QueryFault } from '@doable/domain/query/fault'
import type { MarkKind } from '@doable/domain/query/mark'
import { type QueryNames, suggest } from '@doable/domain/query/suggest'
import { useLingui } from '@lingui/react/macro'
import { AtSign, CalendarDays, Flag, Hash, Pilcrow, Slash, Type, UserRound } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react'
import css from './query.module.css'
import { QueryMirror } from './query-mirror.tsx'
import suggestCss from './suggest.module.css'
import { SuggestionList } from './suggestion-list.tsx'
import { useMirror } from './use-mirror.ts'
import type { ReadQuery } from './use-read-query.ts'
import { useSuggestKeys } from './use-suggest-keys.ts'

const icons: Record<MarkKind, ReactNode> = {
  operator: <Pilcrow />,
  keyword: <Type />,
  list: <Hash />,
  section: <Slash />,
  label: <AtSign />,
  priority: <Flag />,
  day: <CalendarDays />,
  person: <UserRound />,
  words: <Type />,
}

/** What the kinds of suggestions are called. */
function useKindWords(): Record<MarkKind, string> {
  const { t } = useLingui()
  return {
    operator: t`operator`,
    keyword: t`term`,
    list: t`list`,
    section: t`section`,
    label: t`label`,
    priority: t`priority`,
    day: t`day`,
    person: t`person`,
    words: t`words`,
  }
}

export type QueryFieldProps = {
  text: string
  read: ReadQuery
  /** The mistake that is shown, which may be later than it is made. */
  fault: QueryFault | undefined
  /** Something in it is unfinished, so that the first suggestion is at hand. */
  unfinished: boolean
  names: QueryNames
  describedBy?: string | undefined
  /** Between the field and its suggestions, which cover what is below. */
  notes?: ReactNode
  onText(text: string): void
  onEnter?(): void
  onEscape?(): void
  /** Ctrl or Command with Enter. */
  onSave?(): void
}

/** The line in which a query is written: tinted by what its parts are, with suggestions for what may stand at the caret. */
export function QueryField(props: QueryFieldProps) {
  const { text, read, fault, unfinished, names, describedBy, notes, onText, onEnter, onEscape, onSave } =
    props
  const { t } = useLingui()
  const list = useId()
  const words = useKindWords()
  const [cursor, setCursor] = useState(text.length)
  const { input, mirror, caret, align } = useMirror()
  const offered = useMemo(() => suggest(text, Math.min(cursor, text.length), names), [text, cursor, names])
  const choose = (index: number) => {
    const chosen = offered[index]
    if (!chosen) return
    caret.current = chosen.start + chosen.text.length
    setCursor(caret.current)
    onText(text.slice(0, chosen.start) + chosen.text + text.slice(chosen.end))
    input.current?.focus()
  }
  const first = unfinished ? 0 : -1
  const { open, active, point, take, ask, keys } = useSuggestKeys(
    { count: offered.length, first, choose },
    { onEnter, onEscape },
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !onSave) return keys.onKeyDown(event)
    event.preventDefault()
    event.stopPropagation()
    onSave()
  }
  return (
    <div className={suggestCss.place}>
      <div className={css.field}>
        <QueryMirror text={text} marks={read.marks} fault={fault} ref={mirror} />
        <input
          ref={input}
          // biome-ignore lint/a11y/noAutofocus: it appears because the person asked to edit the filter
          autoFocus
          role="combobox"
          aria-label={t`Filter`}
          aria-expanded={open}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${list}-${active}` : undefined}
          aria-invalid={fault ? true : undefined}
          aria-describedby={describedBy}
          autoComplete="off"
          autoCapitalize="off"
          enterKeyHint="done"
          spellCheck={false}
          placeholder={t`today & #List, p1 | @label`}
          className={css.input}
          value={text}
          onChange={({ target }) => {
            setCursor(target.selectionEnd ?? target.value.length)
            ask()
            onText(target.value)
          }}
          onSelect={({ currentTarget }) => setCursor(currentTarget.selectionEnd ?? 0)}
          onScroll={align}
          {...keys}
          onKeyDown={onKeyDown}
        />
      </div>
      {notes}
      <SuggestionList
        id={list}
        label={t`Suggestions`}
        open={open}
        suggestions={offered.map(({ kind, text: written }) => ({
          id: `${kind} ${written}`,
          label: written.trim(),
          detail: words[kind],
          icon: icons[kind],
        }))}
        active={active}
        onPoint={point}
        onChoose={take}
      />
    </div>
  )
}
