import '../words.ts'
import type { Name, Pronoun, Term } from '@doable/domain/query/ast'
import { absences, flags, pronouns } from '@doable/domain/query/ast'
import type { QueryNames } from '@doable/domain/query/suggest'
import { Checkbox } from '@doable/ui/checkbox'
import { Select } from '@doable/ui/select'
import { useLingui } from '@lingui/react/macro'
import { usePriorityNames } from '../../names/use-priority-entries.tsx'
import { readName, writeName } from '../name-text.ts'
import { useBuilderWords } from '../use-builder-words.ts'
import css from './builder.module.css'
import { DayInput } from './day-input.tsx'
import { SuggestInput } from './suggest-input.tsx'

type Of<K extends Term['kind']> = Extract<Term, { kind: K }>
type InputProps<K extends Term['kind']> = { term: Of<K>; names: QueryNames; onChange(term: Term): void }

function NameInput({ term, names, onChange }: InputProps<'list' | 'section' | 'label'>) {
  const { t } = useLingui()
  const words = useBuilderWords()
  const offers = { list: names.lists, section: names.sections, label: names.labels }[term.kind]
  const isList = term.kind === 'list'
  return (
    <>
      <SuggestInput
        label={words.subjects[term.kind]}
        value={writeName(term.name)}
        onChange={(text) => onChange({ ...term, name: readName(text) })}
        offers={offers.map((name) => writeName([name]))}
        placeholder={t`Name, * for any letters`}
      />
      {isList && (
        <Checkbox checked={term.whole} onChange={(whole) => onChange({ ...term, whole })}>
          {t`Completed ones too`}
        </Checkbox>
      )}
    </>
  )
}

const isPronoun = (who: Pronoun | Name): who is Pronoun => typeof who === 'string'

function PersonInput({ term, names, onChange }: InputProps<'person'>) {
  const { t } = useLingui()
  const words = useBuilderWords()
  const called: Record<Pronoun, string> = { me: t`me`, others: t`somebody else`, nobody: t`nobody` }
  const known = [...new Set([...names.people, ...(isPronoun(term.who) ? [] : [writeName(term.who)])])]
  const offered = pronouns.filter((who) => term.role === 'assigned' || who !== 'nobody')
  const options = [
    ...offered.map((who) => ({ value: `is ${who}`, label: called[who] })),
    ...known.map((name) => ({ value: `named ${name}`, label: name })),
  ]
  const choose = (value: string) => {
    const who = offered.find((each) => value === `is ${each}`)
    onChange({ ...term, who: who ?? readName(value.slice('named '.length)) })
  }
  return (
    <span className={css.value}>
      <Select
        hideLabel
        label={words.subjects[term.role === 'assigned' ? 'assigned' : 'creator']}
        value={isPronoun(term.who) ? `is ${term.who}` : `named ${writeName(term.who)}`}
        onChange={choose}
        options={options}
      />
    </span>
  )
}

/** One of a few words. */
function WordInput<V extends string>(props: {
  label: string
  value: V
  all: readonly V[]
  words: Record<V, string>
  onChange(value: V): void
}) {
  const { label, value, all, words, onChange } = props
  return (
    <span className={css.value}>
      <Select
        hideLabel
        label={label}
        value={value}
        onChange={onChange}
        options={all.map((each) => ({ value: each, label: words[each] }))}
      />
    </span>
  )
}

function PriorityInput({ term, onChange }: InputProps<'priority'>) {
  const words = useBuilderWords()
  const names = usePriorityNames()
  const all = ['1', '2', '3', '4'] as const
  const called = Object.fromEntries(all.map((each) => [each, names[Number(each)] ?? ''])) as Record<
    (typeof all)[number],
    string
  >
  const choose = (value: string) =>
    onChange({ ...term, priority: Number(value) as Of<'priority'>['priority'] })
  const value = String(term.priority) as (typeof all)[number]
  return (
    <WordInput label={words.subjects.priority} all={all} words={called} value={value} onChange={choose} />
  )
}

function SearchInput({ term, onChange }: InputProps<'search'>) {
  const { t } = useLingui()
  return (
    <span className={css.value}>
      <input
        aria-label={t`Words in the title or notes`}
        placeholder={t`Words in the title or notes`}
        dir="auto"
        className={css.input}
        value={term.text}
        onChange={(event) => onChange({ ...term, text: event.target.value })}
      />
    </span>
  )
}

/** The field that fits what a condition is about. */
export function ValueInput({ term, names, onChange }: InputProps<Term['kind']>) {
  const words = useBuilderWords()
  switch (term.kind) {
    case 'list':
    case 'section':
    case 'label':
      return <NameInput {...{ term, names, onChange }} />
    case 'day':
      return <DayInput {...{ term, onChange }} />
    case 'person':
      return <PersonInput {...{ term, names, onChange }} />
    case 'priority':
      return <PriorityInput {...{ term, names, onChange }} />
    case 'search':
      return <SearchInput {...{ term, names, onChange }} />
    case 'flag': {
      const choose = (flag: typeof term.flag) => onChange({ kind: 'flag', flag })
      return (
        <WordInput
          label={words.subjects.flag}
          all={flags}
          words={words.flags}
          value={term.flag}
          onChange={choose}
        />
      )
    }
    case 'no': {
      const choose = (of: typeof term.of) => onChange({ kind: 'no', of })
      return (
        <WordInput
          label={words.subjects.no}
          all={absences}
          words={words.absences}
          value={term.of}
          onChange={choose}
        />
      )
    }
  }
}
