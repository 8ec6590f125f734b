import { useStore } from '@doable/client/react'
import type { Task } from '@doable/contracts/task'
import { Markdown } from '@doable/ui/markdown'
import { TextArea } from '@doable/ui/text-area'
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import { useReadOnly } from './read-only.ts'
import css from './words.module.css'

/** How long a pause in writing lasts before what was written is kept, in milliseconds. */
const pause = 800

/** Keeps what is written: after a pause, on leaving, and when the panel goes away. */
function useDraft(task: Task, onDone: () => void) {
  const store = useStore()
  const [draft, setDraft] = useState(task.notes)
  const latest = useRef({ draft, kept: task.notes })
  latest.current.draft = draft
  const keep = () => {
    const { draft, kept } = latest.current
    if (draft === kept) return
    latest.current.kept = draft
    store.updateTask(task.id, { notes: draft })
  }
  const keeping = useRef(keep)
  keeping.current = keep
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key press starts the pause anew
  useEffect(() => {
    const timer = setTimeout(() => keeping.current(), pause)
    return () => clearTimeout(timer)
  }, [draft])
  useEffect(() => () => keeping.current(), [])
  const done = () => {
    keep()
    onDone()
  }
  return { draft, setDraft, done }
}

function Writing({ task, onDone }: { task: Task; onDone(): void }) {
  const { t } = useLingui()
  const { draft, setDraft, done } = useDraft(task, onDone)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
    event.preventDefault()
    event.stopPropagation()
    done()
  }
  return (
    <TextArea
      autoFocus
      hideLabel
      label={t`Notes, in Markdown`}
      placeholder={t`Notes. Markdown works: **bold**, lists, links.`}
      dir="auto"
      maxLength={50_000}
      value={draft}
      onChange={setDraft}
      onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
      onBlur={done}
      onKeyDown={onKeyDown}
    />
  )
}

/** Notes as they read; a press or Enter turns them into what was written. */
export function Notes({ task }: { task: Task }) {
  const { t } = useLingui()
  const [writing, setWriting] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const readOnly = useReadOnly() !== undefined
  const finish = () => {
    setWriting(false)
    setTimeout(() => {
      if (document.activeElement === document.body) button.current?.focus()
    })
  }
  const onClick = (event: MouseEvent) => {
    const isLink = event.target instanceof Element && event.target.closest('a')
    if (!readOnly && !isLink && getSelection()?.isCollapsed !== false) setWriting(true)
  }
  if (writing && !readOnly)
    return (
      <div className={css.notes}>
        <Writing task={task} onDone={finish} />
      </div>
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same for the keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button inside does the same for the keyboard
    <div className={css.notes} onClick={onClick}>
      {task.notes && (
        <div className={css.notesText} data-editable={!readOnly || undefined}>
          <Markdown>{task.notes}</Markdown>
        </div>
      )}
      {!readOnly && (
        <button
          type="button"
          ref={button}
          className={task.notes ? css.notesEdit : css.notesHint}
          onClick={() => setWriting(true)}
        >
          {task.notes ? t`Edit notes` : t`Add notes`}
        </button>
      )}
    </div>
  )
}
