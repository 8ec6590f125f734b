import './words.ts'
import { useStore } from '@doable/client/react'
import type { QuickLine } from '@doable/domain/quick-add/parse-lines'
import { type PastedLine, pastedLines } from '@doable/domain/quick-add/pasted-lines'
import { announce } from '@doable/ui/announce'
import { Button } from '@doable/ui/button'
import { useLingui } from '@lingui/react/macro'
import { type ClipboardEvent, useId, useRef, useState } from 'react'
import type { Defaults } from '../lines/group.ts'
import { makeTasks } from './make-tasks.ts'
import { PartList } from './part-list.tsx'
import { PasteOffer } from './paste-offer.tsx'
import css from './quick-add.module.css'
import { QuickAddField } from './quick-add-field.tsx'
import { useParts } from './use-parts.ts'
import { useQuickAdd } from './use-quick-add.ts'

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
  const words = useId()
  const form = useRef<HTMLDivElement>(null)
  const [pasted, setPasted] = useState<PastedLine[]>()
  const state = useQuickAdd(defaults, initial)
  const { parsed, options } = state
  const parts = useParts(options)(parsed)
  const isEmpty = parsed.tokens.length > 0 && !parsed.title
  /** What was pressed for pasted lines is gone with them. */
  const pastedIsDone = () => {
    setPasted(undefined)
    form.current?.querySelector('input')?.focus()
  }
  const addAll = (lines: readonly QuickLine[]) => {
    const ids = makeTasks(store, lines, options)
    state.clear()
    pastedIsDone()
    announce(ids.length === 1 ? t`Task added` : t`${ids.length} tasks added`)
    onAdded?.(ids)
  }
  const add = () => {
    if (parsed.title) addAll([{ parsed, parent: undefined }])
    else if (!state.text) onClose()
  }
  const onPaste = (event: ClipboardEvent) => {
    const lines = pastedLines(event.clipboardData.getData('text/plain'))
    if (lines.length < 2) return
    event.preventDefault()
    setPasted(lines)
  }
  const keepOne = () => {
    state.setText([state.text, ...(pasted ?? []).map(({ text }) => text)].filter(Boolean).join(' '))
    pastedIsDone()
  }
  return (
    <div className={css.form} ref={form}>
      <QuickAddField
        state={state}
        placeholder={t`Call the plumber tomorrow 5pm #Home @phone p1`}
        describedBy={words}
        onEnter={add}
        onEscape={onClose}
        onPaste={onPaste}
      />
      <p id={words} hidden={!isEmpty} className={css.words}>
        {isEmpty ? t`Say what is to be done.` : parts.map((part) => part.words).join(', ')}
      </p>
      {!isEmpty && !pasted && <PartList parts={parts} onTurnBack={({ starts }) => state.ignore(...starts)} />}
      {pasted ? (
        <PasteOffer
          lines={pasted}
          options={options}
          onMany={addAll}
          onOne={keepOne}
          onCancel={pastedIsDone}
        />
      ) : (
        <div className={css.buttons}>
          <Button small kind="quiet" onClick={onClose}>{t`Close`}</Button>
          <Button small kind="primary" disabled={!parsed.title} onClick={add}>{t`Add task`}</Button>
        </div>
      )}
    </div>
  )
}
