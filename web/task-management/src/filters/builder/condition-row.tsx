import '../words.ts'
import type { QueryNames } from '@doable/domain/query/suggest'
import { Button } from '@doable/ui/button'
import { IconButton } from '@doable/ui/icon-button'
import { Select } from '@doable/ui/select'
import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useBuilderWords } from '../use-builder-words.ts'
import css from './builder.module.css'
import type { TermNode } from './node.ts'
import { blankTerm, subjectOf, subjects } from './subject.ts'
import type { Builder } from './use-builder.ts'
import { ValueInput } from './value-input.tsx'

/** One condition: what it is about, what it asks for, and whether it is meant the other way round. */
export function ConditionRow({
  node: { id, not, term },
  names,
  builder,
  onRemove,
}: {
  node: TermNode
  names: QueryNames
  builder: Builder
  onRemove(): void
}) {
  const { t } = useLingui()
  const words = useBuilderWords()
  const subject = subjectOf(term)
  return (
    <li className={css.row} data-node={id}>
      <Button
        small
        kind="quiet"
        aria-pressed={not}
        className={css.not ?? ''}
        onClick={() => builder.set(id, { not: !not })}
      >
        {t`not`}
      </Button>
      <span className={css.subject}>
        <Select
          hideLabel
          label={t`Condition`}
          value={subject}
          onChange={(next) => next !== subject && builder.set(id, { term: blankTerm(next) })}
          options={subjects.map((value) => ({ value, label: words.subjects[value] }))}
        />
      </span>
      <ValueInput term={term} names={names} onChange={(next) => builder.set(id, { term: next })} />
      <IconButton
        label={t`Remove condition: ${words.subjects[subject]}`}
        className={css.remove}
        onClick={onRemove}
      >
        <X />
      </IconButton>
    </li>
  )
}
