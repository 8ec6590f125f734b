import '../words.ts'
import type { QueryNames } from '@doable/domain/query/suggest'
import { Button } from '@doable/ui/button'
import { IconButton } from '@doable/ui/icon-button'
import { Select } from '@doable/ui/select'
import { useLingui } from '@lingui/react/macro'
import { Group as GroupIcon, Plus, X } from 'lucide-react'
import { useRef } from 'react'
import { useBuilderWords } from '../use-builder-words.ts'
import css from './builder.module.css'
import { ConditionRow } from './condition-row.tsx'
import { condition, deepest, type GroupNode, group, type Match } from './node.ts'
import { blankTerm } from './subject.ts'
import type { Builder } from './use-builder.ts'

const matches: readonly Match[] = ['all', 'any', 'none']
type GroupProps = {
  node: GroupNode
  depth: number
  names: QueryNames
  builder: Builder
  /** Names the group for readers. */
  label: string
  onRemove?: (() => void) | undefined
}

/** Where the focus goes when what had it was taken away. */
function useFocusBack() {
  const box = useRef<HTMLFieldSetElement>(null)
  const back = () => box.current?.querySelector<HTMLElement>(':scope > [data-add] button')?.focus()
  return { box, back }
}

/** A group of conditions, with groups inside it. */
export function GroupBox({ node, depth, names, builder, label, onRemove }: GroupProps) {
  const { t } = useLingui()
  const words = useBuilderWords()
  const { box, back } = useFocusBack()
  const remove = (id: number) => {
    builder.remove(id)
    back()
  }
  return (
    <fieldset ref={box} className={css.group} data-depth={depth}>
      <legend className={css.legend}>{label}</legend>
      <div className={css.match}>
        <span>{t`Tasks to which`}</span>
        <Select
          hideLabel
          label={t`How the conditions go together`}
          value={node.match}
          onChange={(match) => builder.match(node.id, match)}
          options={matches.map((value) => ({ value, label: words.matches[value] }))}
        />
        <span>{t`apply`}</span>
        {onRemove && (
          <IconButton label={t`Remove ${label}`} className={css.remove} onClick={onRemove}>
            <X />
          </IconButton>
        )}
      </div>
      <ul className={css.rows}>
        {node.of.map((child, at) =>
          child.kind === 'term' ? (
            <ConditionRow
              key={child.id}
              {...{ names, builder }}
              node={child}
              onRemove={() => remove(child.id)}
            />
          ) : (
            <li key={child.id}>
              <GroupBox
                {...{ names, builder }}
                node={child}
                depth={depth + 1}
                label={t`Group ${at + 1}`}
                onRemove={() => remove(child.id)}
              />
            </li>
          ),
        )}
      </ul>
      <div className={css.adds} data-add>
        <Button
          small
          kind="quiet"
          icon={<Plus />}
          onClick={() => builder.add(node.id, condition(blankTerm('due')))}
        >{t`Condition`}</Button>
        {depth < deepest && (
          <Button
            small
            kind="quiet"
            icon={<GroupIcon />}
            onClick={() => builder.add(node.id, group('any', [condition(blankTerm('label'))]))}
          >{t`Group`}</Button>
        )}
      </div>
    </fieldset>
  )
}
