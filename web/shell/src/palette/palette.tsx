import { Dialog } from '@doable/ui/dialog'
import { Kbd } from '@doable/ui/kbd'
import { caretToEnd, type TypedLine } from '@doable/ui/waiting-line'
import { useLingui } from '@lingui/react/macro'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef } from 'react'
import { useNavigate } from 'react-router'
import css from './palette.module.css'
import { type Answer, type AnswerGroup, useAnswers } from './use-answers.ts'
import { useChoice } from './use-choice.ts'

/** One line for everything: commands, places, lists and tasks. A combobox with a list box (ARIA Authoring Practices). */
export default function Palette({ line, onClose }: PaletteProps) {
  const { t } = useLingui()
  return (
    <Dialog bare wide place="top" title={t`Search and commands`} isOpen line={line} onClose={onClose}>
      <Finder line={line} onClose={onClose} />
    </Dialog>
  )
}

export type PaletteProps = { line: TypedLine; onClose(): void }
type Picked = { answers: Answer[]; at: number; pick(at: number): void }

function Finder({ line, onClose }: PaletteProps) {
  const navigate = useNavigate()
  const id = useId()
  const groups = useAnswers(useDeferredValue(line.value))
  const answers = groups.flatMap((group) => group.answers)
  const pick = (at: number) => {
    onClose()
    answers[at]?.run((to) => void navigate(to))
  }
  const { at, onKeyDown, reset } = useChoice(answers.length, pick)
  const type = (typed: string) => {
    line.onChange(typed)
    reset()
  }
  return (
    <>
      <Line id={id} at={at} words={line.value} onType={type} onKeyDown={onKeyDown} />
      <Results id={id} groups={groups} picked={{ answers, at, pick }} />
    </>
  )
}

function Line({
  id,
  at,
  words,
  onType,
  onKeyDown,
}: {
  id: string
  at: number
  words: string
  onType(words: string): void
  onKeyDown(event: KeyboardEvent): void
}) {
  const { t } = useLingui()
  return (
    <div className={css.line}>
      <Search />
      <input
        // biome-ignore lint/a11y/noAutofocus: the palette was opened to type into it
        autoFocus
        className={css.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        aria-label={t`Search and commands`}
        placeholder={t`Search tasks and lists, or type a command`}
        value={words}
        onFocus={caretToEnd}
        onKeyDown={onKeyDown}
        onChange={(event) => onType(event.target.value)}
      />
      <Kbd keys="escape" />
    </div>
  )
}

function Results({ id, groups, picked }: { id: string; groups: AnswerGroup[]; picked: Picked }) {
  const { t } = useLingui()
  return (
    <div role="listbox" id={`${id}-list`} aria-label={t`Results`} className={css.list}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
        <div key={group.title} role="group" aria-label={group.title} className={css.group}>
          <div aria-hidden className={css.title}>
            {group.title}
          </div>
          {group.answers.map((answer) => (
            <Option key={answer.id} id={id} answer={answer} picked={picked} />
          ))}
        </div>
      ))}
    </div>
  )
}

function Option({ id, answer, picked }: { id: string; answer: Answer; picked: Picked }) {
  const index = picked.answers.indexOf(answer)
  const selected = index === picked.at
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (selected) element.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys are the combobox's
    <div
      ref={element}
      role="option"
      id={`${id}-${index}`}
      aria-selected={selected}
      className={css.option}
      onClick={() => picked.pick(index)}
    >
      <span className={css.icon}>{answer.icon}</span>
      <span className={css.text}>
        <bdi>{answer.text}</bdi>
      </span>
      {answer.detail && <span className={css.detail}>{answer.detail}</span>}
      {answer.keys && <Kbd keys={answer.keys} />}
    </div>
  )
}
