import { useStore } from '@doable/client/react'
import type { HistoryEntry } from '@doable/contracts/history'
import type { Task } from '@doable/contracts/task'
import { IconButton } from '@doable/ui/icon-button'
import { useLingui } from '@lingui/react/macro'
import { Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { undoable } from '../../acts/undoable.ts'
import { useReadOnly } from '../../detail/read-only.ts'
import type { Who } from '../use-people.ts'
import { Change, TextChanged } from './change.tsx'
import css from './history.module.css'
import { changedParts, type Part, restoring } from './parts.ts'
import { useValueWords } from './use-value-words.ts'

type Props = { task: Task; entry: HistoryEntry; whoIs: (id: string) => Who }

function Restore({ task, entry, part, name }: Props & { part: Part; name: string }) {
  const { t } = useLingui()
  const store = useStore()
  const readOnly = useReadOnly()
  const patch = restoring(task, entry.before, part, store.getSnapshot())
  if (!patch || readOnly || task.trashedAt !== null) return null
  const restore = () =>
    undoable(store, () => store.updateTask(task.id, patch), t`${name}: former value restored`)
  return (
    <IconButton small label={t`Restore ${name} as it was before`} className={css.restore} onClick={restore}>
      <Undo2 />
    </IconButton>
  )
}

function Line({ name, children, restore }: { name: string; children: ReactNode; restore?: ReactNode }) {
  return (
    <div className={css.line}>
      <p>
        <span className={css.name}>{name}</span> {children}
      </p>
      {restore}
    </div>
  )
}

/** What an entry says, a line for each thing that is another now. */
export function EntryLines(props: Props) {
  const { t } = useLingui()
  const { entry, whoIs } = props
  const { kind, before, after } = entry
  const values = useValueWords(whoIs)
  const from = before.dueOn === undefined ? '' : values.due[1](before)
  const acts = {
    created: t`Added the task`,
    completed: t`Completed it`,
    recurred: from ? t`Completed it for ${from}` : t`Completed it and went on to the next time`,
    skipped: from ? t`Skipped ${from}` : t`Skipped it once`,
    reopened: t`Opened it again`,
    trashed: t`Moved it to the trash`,
    restored: t`Restored it from the trash`,
  }
  if (kind !== 'changed') return <p className={css.act}>{acts[kind]}</p>
  return changedParts(after).map((part) => {
    if (part === 'title' || part === 'notes') {
      const name = part === 'title' ? t`Title` : t`Notes`
      const restore = <Restore {...props} part={part} name={name} />
      return (
        <Line key={part} name={name} restore={restore}>
          <TextChanged from={before[part]} to={after[part] ?? ''} />
        </Line>
      )
    }
    const [name, words] = values[part]
    const hidden = Object.keys(before).length === 0
    return (
      <Line key={part} name={name} restore={!hidden && <Restore {...props} part={part} name={name} />}>
        <Change from={hidden ? undefined : words(before)} to={words(after)} />
      </Line>
    )
  })
}
