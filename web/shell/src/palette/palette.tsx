import { announce } from '@doable/ui/announce'
import { Dialog } from '@doable/ui/dialog'
import { Kbd } from '@doable/ui/kbd'
import { useLingui } from '@lingui/react/macro'
import { Search } from 'lucide-react'
import { useDeferredValue, useEffect, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import css from './palette.module.css'
import { useAnswers } from './use-answers.ts'
import { useChoice } from './use-choice.ts'

/** One line for everything: commands, places, lists and tasks. A combobox with a list box (ARIA Authoring Practices). */
export default function Palette({ onClose }: { onClose(): void }) {
  const { t } = useLingui()
  return (
    <Dialog bare wide place="top" title={t`Search and commands`} isOpen onClose={onClose}>
      <Finder onClose={onClose} />
    </Dialog>
  )
}

function Finder({ onClose }: { onClose(): void }) {
  const { t } = useLingui()
  const id = useId()
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  const groups = useAnswers(useDeferredValue(words))
  const flat = groups.flatMap((group) => group.answers)
  const pick = (at: number) => {
    onClose()
    flat[at]?.run((to) => void navigate(to))
  }
  const { at, onKeyDown, reset } = useChoice(flat.length, pick)
  const none = words.trim() !== '' && flat.length === 0
  useEffect(() => {
    if (none) announce(t`Nothing found.`)
  }, [none, t])
  const active = flat[at] ? `${id}-${at}` : undefined
  return (
    <>
      <div className={css.line}>
        <Search />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette was opened to type into it
          autoFocus
          className={css.input}
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={active}
          aria-label={t`Search and commands`}
          placeholder={t`Search tasks and lists, or type a command`}
          value={words}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setWords(event.target.value)
            reset()
          }}
        />
        <Kbd keys="escape" />
      </div>
      <div role="listbox" id={`${id}-list`} aria-label={t`Results`} className={css.list}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
          <div key={group.title} role="group" aria-label={group.title} className={css.group}>
            <div aria-hidden className={css.title}>
              {group.title}
            </div>
            {group.answers.map((answer) => {
              const index = flat.indexOf(answer)
              return (
                <Option
                  key={answer.id}
                  id={`${id}-${index}`}
                  answer={answer}
                  selected={index === at}
                  onPick={() => pick(index)}
                />
              )
            })}
          </div>
        ))}
        {none && <p className={css.none}>{t`Nothing found.`}</p>}
      </div>
    </>
  )
}

function Option({
  id,
  answer,
  selected,
  onPick,
}: {
  id: string
  answer: ReturnType<typeof useAnswers>[number]['answers'][number]
  selected: boolean
  onPick(): void
}) {
  useEffect(() => {
    if (selected) document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  }, [selected, id])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys are the combobox's
    <div role="option" id={id} aria-selected={selected} className={css.option} onClick={onPick}>
      <span className={css.icon}>{answer.icon}</span>
      <span className={css.text} dir="auto">
        {answer.text}
      </span>
      {answer.detail && <span className={css.detail}>{answer.detail}</span>}
      {answer.keys && <Kbd keys={answer.keys} />}
    </div>
  )
}
