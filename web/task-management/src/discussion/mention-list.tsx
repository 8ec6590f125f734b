import { Avatar } from '@doable/ui/avatar'
import { useLingui } from '@lingui/react/macro'
import css from './discussion.module.css'
import type { useMentions } from './use-mentions.ts'

/** The people who fit, under the field; the field keeps the focus and points here. */
export function MentionList({
  id,
  mentions,
  onChoose,
}: {
  id: string
  mentions: ReturnType<typeof useMentions>
  onChoose(index: number): void
}) {
  const { t } = useLingui()
  const { shown, active } = mentions
  return (
    <div role="listbox" id={id} aria-label={t`People`} className={css.people} hidden={shown.length === 0}>
      {shown.map(({ id: personId, name }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
        <div
          key={personId}
          role="option"
          id={`${id}-${index}`}
          aria-selected={index === active}
          className={css.person}
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => index !== active && mentions.point(index)}
          onClick={() => onChoose(index)}
        >
          <Avatar name={name} size={22} />
          <span dir="auto">{name}</span>
        </div>
      ))}
    </div>
  )
}
