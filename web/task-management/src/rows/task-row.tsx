import { useTask } from '@doable/client/react'
import { TaskCheck } from '@doable/ui/task-check'
import { useLingui } from '@lingui/react/macro'
import { GripVertical } from 'lucide-react'
import { type CSSProperties, memo } from 'react'
import { useRowDrag } from '../drag/use-row-drag.ts'
import type { TaskLine } from '../lines/line.ts'
import { useReadOnlyWords, useUnfinishedWords } from '../names/read-only-words.ts'
import { useLook, useScope } from '../page/scope.ts'
import { useRow } from '../selection/use-row.ts'
import { FoldButton } from './fold-button.tsx'
import { RowActions } from './row-actions.tsx'
import { RowMeta } from './row-meta.tsx'
import css from './task-row.module.css'
import { TitleInput } from './title-input.tsx'
import { usePress } from './use-press.ts'
import { useReady } from './use-ready.ts'
import { useRowName } from './use-row-name.ts'
import { useWantedFocus } from './use-wanted-focus.ts'

export type TaskRowProps = Omit<TaskLine, 'kind' | 'key' | 'place' | 'size'> & {
  /** Its details are shown beside the page. */
  open: boolean
}

/** A task's line with its place in the list. The place changes with every task above it; the row itself is not drawn anew for that. */
export function TaskItem({ line, open }: { line: TaskLine; open: boolean }) {
  const { kind: _kind, key: _key, place, size, ...row } = line
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are drawn by a virtual list, between elements that are no list items
    <div role="listitem" aria-posinset={place} aria-setsize={size}>
      <TaskRow {...row} open={open} />
    </div>
  )
}

/** One task of a list, as one line. Opens its details wherever it is pressed; the ring and the actions are targets of their own. */
const TaskRow = memo(function TaskRow(props: TaskRowProps) {
  const { id, depth, leaving, open } = props
  const { t } = useLingui()
  const { selection, acts } = useScope()
  const task = useTask(id)
  const state = useRow(selection, id)
  const title = useWantedFocus(state, id)
  const name = useRowName(task, state.chosen)
  const { movable } = useLook()
  const readOnly = useReadOnlyWords(task?.listId)
  const unfinished = useUnfinishedWords(task?.listId)
  const ready = useReady(state.current)
  const drag = useRowDrag(props, ready)
  const { press, handlers } = usePress(id)
  if (!task) return null
  const done = task.completedAt !== null
  // On its way out it may still have the focus, and taking that away from it makes the browser lay out the page between.
  const tabIndex = state.current || leaving ? 0 : -1
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the title inside is the button; the row only widens its target
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <div
      data-row={id}
      data-depth={depth || undefined}
      data-chosen={state.chosen || undefined}
      data-open={open || undefined}
      data-done={done || undefined}
      data-leaving={leaving || undefined}
      data-drop={drag.drop}
      ref={drag.ref}
      className={css.row}
      style={{ '--depth': depth } as CSSProperties}
      onClick={(event) => press(event)}
      {...handlers}
      onFocus={() => selection.enter(id)}
    >
      {movable && !readOnly && ready && (
        <span className={css.grip} aria-hidden="true">
          <GripVertical />
        </span>
      )}
      <FoldButton {...props} tabIndex={tabIndex} />
      <TaskCheck
        priority={task.priority as 1 | 2 | 3 | 4}
        checked={done}
        label={done ? t`Reopen ${task.title}` : t`Complete ${task.title}`}
        onChange={() => acts.toggle([id])}
        disabled={unfinished !== undefined}
        title={unfinished}
        tabIndex={tabIndex}
      />
      {state.editing ? (
        <TitleInput task={task} />
      ) : (
        <button
          type="button"
          ref={title}
          data-title
          tabIndex={tabIndex}
          aria-label={name}
          aria-current={open || undefined}
          className={css.title}
          dir="auto"
          onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
        >
          {task.title}
        </button>
      )}
      <RowMeta task={task} day={props.day} />
      {!readOnly && ready && <RowActions task={task} tabIndex={tabIndex} />}
    </div>
  )
})
