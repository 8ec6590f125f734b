import { linkMentions } from '@doable/domain/mention'
import { Button } from '@doable/ui/button'
import { TextArea } from '@doable/ui/text-area'
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import css from './discussion.module.css'
import { MentionList } from './mention-list.tsx'
import { useMentions } from './use-mentions.ts'
import type { usePeople } from './use-people.ts'

const longest = 10_000

/** A field that grows, with names offered after an `@`; Ctrl or ⌘ and Enter do what the button does. */
export function Writing({
  label,
  text,
  onText,
  people,
  send,
  onSend,
  onCancel,
  autoFocus,
  children,
}: {
  label: string
  text: string
  onText(text: string): void
  people: ReturnType<typeof usePeople>
  /** What the button says. */
  send: string
  onSend(text: string): void
  /** What Escape does; without it Escape is the page's. */
  onCancel?: () => void
  autoFocus?: boolean
  children?: ReactNode
}) {
  const { t } = useLingui()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const mentions = useMentions(text, people.members)
  const written = linkMentions(text.trim(), [...mentions.picked, ...people.members])
  const tooLong = written.length > longest
  const isBegun = text.trim() !== ''
  const box = useShown(mentions.shown.length, isBegun)
  const finish = () => {
    if (written && !tooLong) onSend(written)
  }
  const caret = useRef<number>(undefined)
  // Together with the text: were the caret put there later, letters typed meanwhile would come behind it.
  useLayoutEffect(() => {
    if (caret.current !== undefined) area.current?.setSelectionRange(caret.current, caret.current)
    caret.current = undefined
  })
  const choose = (index?: number) => {
    const filled = mentions.choose(index)
    if (!filled) return
    onText(filled.text)
    caret.current = filled.caret
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const act = keyAct(event, mentions, { finish, choose, onCancel })
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <div ref={box} className={css.writing}>
      <TextArea
        ref={area}
        hideLabel
        autoFocus={autoFocus}
        label={label}
        placeholder={label}
        dir="auto"
        maxLength={longest}
        value={text}
        onChange={onText}
        onSelect={({ currentTarget }) => mentions.follow(currentTarget.selectionStart)}
        onBlur={mentions.close}
        onKeyDown={onKeyDown}
        aria-autocomplete="list"
        aria-controls={`${id}-names`}
        aria-activedescendant={mentions.shown.length > 0 ? `${id}-names-${mentions.active}` : undefined}
        error={tooLong ? t`With its mentions this is too long.` : undefined}
      />
      <MentionList id={`${id}-names`} mentions={mentions} onChoose={choose} />
      {(isBegun || onCancel) && (
        <div className={css.buttons}>
          {children}
          <Button small kind="primary" disabled={!written || tooLong} onClick={finish}>
            {send}
          </Button>
        </div>
      )}
    </div>
  )
}

/** What grows below the field comes into sight with it, as long as one writes there. */
function useShown(names: number, isBegun: boolean) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and the button are what grows
  useEffect(() => {
    if (box.current?.contains(document.activeElement)) box.current.scrollIntoView?.({ block: 'nearest' })
  }, [names, isBegun])
  return box
}

type Mentions = ReturnType<typeof useMentions>
type Acts = { finish(): void; choose(): void; onCancel: (() => void) | undefined }

/** What a key does in the field, if not what it does anyway. */
function keyAct(event: KeyboardEvent, mentions: Mentions, { finish, choose, onCancel }: Acts) {
  const { key, ctrlKey, metaKey } = event
  if (key === 'Enter' && (ctrlKey || metaKey)) return finish
  if (mentions.shown.length > 0) {
    if (key === 'ArrowDown') return () => mentions.step(1)
    if (key === 'ArrowUp') return () => mentions.step(-1)
    if (key === 'Enter' || key === 'Tab') return choose
    if (key === 'Escape') return mentions.close
  }
  return key === 'Escape' ? onCancel : undefined
}
