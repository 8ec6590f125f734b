import { useStore } from '@doable/client/react'
import { announce } from '@doable/ui/announce'
import { Button } from '@doable/ui/button'
import { useLingui } from '@lingui/react/macro'
import { type ClipboardEvent, useId, useState } from 'react'
import type { Defaults } from '../lines/group.ts'
import { useListNames } from '../names/use-list-name.ts'
import { makeTask, makeTasks } from './make-task.ts'
import { PasteOffer } from './paste-offer.tsx'
import { type PastedLine, pastedLines } from './pasted-lines.ts'
import css from './quick-add.module.css'
import { QuickAddField } from './quick-add-field.tsx'
import { useQuickAdd } from './use-quick-add.ts'
import { useWords } from './use-words.ts'

/** One line that becomes a task, what was understood of it in words, and the buttons. Stays open for the next one. */
export function QuickAddForm({
  defaults,
  initial,
  onClose,
  onAdded,
}: {
  defaults: Defaults
  initial?: string | undefined
  onClose(): void
  onAdded?(ids: string[]): void
}) {
  const { t } = useLingui()
  const store = useStore()
  const nameOf = useListNames()
  const words = useId()
  const [pasted, setPasted] = useState<PastedLine[]>()
  const state = useQuickAdd(defaults, initial)
  const { title, tokens } = state.parsed
  const said = useWords(state, defaults)
  const added = (ids: string[]) => {
    state.clear()
    setPasted(undefined)
    announce(t`Task added`)
    onAdded?.(ids)
  }
  const add = () => {
    if (title) added([makeTask(store, state.parsed, defaults, nameOf)])
    else if (!state.text) onClose()
  }
  const onPaste = (event: ClipboardEvent) => {
    const lines = pastedLines(event.clipboardData.getData('text/plain'))
    if (lines.length < 2) return
    event.preventDefault()
    setPasted(lines)
  }
  const keepOne = () => {
    state.setText([state.text, ...(pasted ?? []).map((line) => line.title)].filter(Boolean).join(' '))
    setPasted(undefined)
  }
  return (
    <div className={css.form}>
      <QuickAddField
        state={state}
        placeholder={t`Call the plumber tomorrow 5pm #Home @phone p1`}
        describedBy={words}
        onEnter={add}
        onEscape={onClose}
        onPaste={onPaste}
      />
      <p id={words} className={css.words} dir="auto">
        {tokens.length > 0 && !title ? t`Say what is to be done.` : said}
      </p>
      {pasted ? (
        <PasteOffer
          lines={pasted}
          onMany={() => added(makeTasks(store, pasted, defaults))}
          onOne={keepOne}
          onCancel={() => setPasted(undefined)}
        />
      ) : (
        <div className={css.buttons}>
          <Button small kind="quiet" onClick={onClose}>{t`Close`}</Button>
          <Button small kind="primary" disabled={!title} onClick={add}>{t`Add task`}</Button>
        </div>
      )}
    </div>
  )
}
