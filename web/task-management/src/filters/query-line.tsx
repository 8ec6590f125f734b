import './words.ts'
import { Button } from '@doable/ui/button'
import { IconButton } from '@doable/ui/icon-button'
import { lazily } from '@doable/ui/lazily'
import { useLingui } from '@lingui/react/macro'
import { ListFilter, SlidersHorizontal } from 'lucide-react'
import { startTransition, useEffect, useId, useRef, useState } from 'react'
import css from './query.module.css'
import { QueryField } from './query-field.tsx'
import { QueryText } from './query-mirror.tsx'
import { QueryNotes } from './query-notes.tsx'
import { SaveButtons } from './save-buttons.tsx'
import { useLate } from './use-late.ts'
import { useQueryNames } from './use-query-names.ts'
import { type ReadQuery, useReadQuery } from './use-read-query.ts'
import { useUnknownNames } from './use-unknown-names.ts'

const BuilderDialog = lazily(async () => (await import('./builder/builder-dialog.tsx')).BuilderDialog)

export type QueryLineProps = {
  text: string
  /** Counts how often the text came from elsewhere than from here. */
  adopted: number
  /** What is kept under the filter's name; nothing where it has none yet. */
  saved?: string | undefined
  /** Begins as an editor. */
  editing?: boolean
  /** Reaches across the page, as a board does. */
  wide?: boolean
  onText(text: string): void
  onSave(text: string): void
  onSaveAs?(text: string): void
}

/** The query as a quiet line that becomes an editor when it is pressed. */
function Quiet({ text, read, onEdit }: { text: string; read: ReadQuery; onEdit(): void }) {
  const { t } = useLingui()
  return (
    <button
      type="button"
      className={css.quiet}
      data-query
      aria-label={read.isEmpty ? undefined : t`Edit filter: ${text}`}
      onClick={onEdit}
    >
      <ListFilter />
      <span className={css.text}>
        {read.isEmpty ? (
          t`Say which tasks to show`
        ) : (
          <QueryText text={text} marks={read.marks} fault={read.fault} />
        )}
      </span>
    </button>
  )
}

/** Shows each letter at once; what it finds comes when it is ready. */
function useTyped({ text, adopted, onText }: Pick<QueryLineProps, 'text' | 'adopted' | 'onText'>) {
  const [typed, setTyped] = useState(text)
  const [seen, setSeen] = useState(adopted)
  if (seen !== adopted) {
    setSeen(adopted)
    setTyped(text)
  }
  const type = (next: string) => {
    setTyped(next)
    startTransition(() => onText(next))
  }
  return [typed, type] as const
}

/** When the editor closes, the line it was takes the focus. */
function useFocusOfLine(editing: boolean) {
  const bar = useRef<HTMLDivElement>(null)
  const was = useRef(editing)
  useEffect(() => {
    if (was.current && !editing && document.activeElement === document.body)
      bar.current?.querySelector<HTMLElement>('[data-query]')?.focus()
    was.current = editing
  }, [editing])
  return bar
}

/** The query of a page, always in sight: a quiet line, an editor, what is wrong with it, and how it is kept. */
export function QueryLine(props: QueryLineProps) {
  const { saved, wide, onSave } = props
  const { t } = useLingui()
  const notes = useId()
  const [typed, type] = useTyped(props)
  const [editing, setEditing] = useState(props.editing ?? false)
  const [building, setBuilding] = useState(false)
  const read = useReadQuery(typed)
  const unknown = useUnknownNames(read.query)
  const names = useQueryNames()
  const { late, now } = useLate(read.fault)
  const bar = useFocusOfLine(editing)
  const said = <QueryNotes id={notes} fault={editing ? late : read.fault} unknown={unknown} />
  const close = () => (read.fault ? now() : setEditing(false))
  return (
    <div className={css.frame} ref={bar}>
      <div className={css.bar} data-wide={wide || undefined}>
        <div className={css.line}>
          {editing ? (
            <QueryField
              text={typed}
              {...{ read, names }}
              fault={late}
              unfinished={read.fault !== undefined || unknown.length > 0}
              describedBy={notes}
              notes={said}
              onText={type}
              onEnter={close}
              onEscape={() => setEditing(false)}
              onSave={() => read.query && typed !== saved && onSave(typed)}
            />
          ) : (
            <Quiet text={typed} read={read} onEdit={() => setEditing(true)} />
          )}
          {saved === undefined && !read.isEmpty && (
            <Button
              small
              kind={editing ? 'primary' : 'quiet'}
              className={css.keep ?? ''}
              disabled={!read.query}
              onClick={() => onSave(typed)}
            >{t`Save as filter`}</Button>
          )}
          <IconButton label={t`Build filter`} aria-haspopup="dialog" onClick={() => setBuilding(true)}>
            <SlidersHorizontal />
          </IconButton>
        </div>
        {!editing && said}
        <SaveButtons
          {...{ typed, read, saved, onSave }}
          {...(props.onSaveAs && { onSaveAs: props.onSaveAs })}
          onType={type}
        />
        {building && (
          <BuilderDialog
            text={typed}
            onClose={() => setBuilding(false)}
            onDone={(built) => {
              setBuilding(false)
              type(built)
            }}
          />
        )}
      </div>
    </div>
  )
}
