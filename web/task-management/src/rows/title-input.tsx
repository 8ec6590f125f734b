import type { Task } from '@doable/contracts/task'
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useState } from 'react'
import { useScope } from '../page/scope.ts'
import css from './task-row.module.css'

/** The title of a row while it is written in place: Enter and leaving keep it, Escape does not. */
export function TitleInput({ task }: { task: Task }) {
  const { t } = useLingui()
  const { selection, acts } = useScope()
  const [title, setTitle] = useState(task.title)
  const keep = () => {
    acts.rename(task, title)
    selection.stopEditing()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') keep()
    else if (event.key === 'Escape') selection.stopEditing()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the person asked to write here
      autoFocus
      aria-label={t`Title`}
      className={css.input}
      dir="auto"
      maxLength={500}
      value={title}
      onChange={(event) => setTitle(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={keep}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
    />
  )
}
