import { number } from '@doable/ui/format'
import { IconButton } from '@doable/ui/icon-button'
import { lazily } from '@doable/ui/lazily'
import { useLingui } from '@lingui/react/macro'
import { ChevronDown, Plus } from 'lucide-react'
import { useDropTarget } from '../drag/use-drop-target.ts'
import { folds } from '../lines/folds.ts'
import type { Group } from '../lines/group.ts'
import { useHeadingWords } from '../names/use-heading-words.ts'
import { useScope } from '../page/scope.ts'
import css from './group-heading.module.css'

const Reschedule = lazily(async () => (await import('./reschedule.tsx')).Reschedule)
const SectionMenu = lazily(async () => (await import('../sections/section-menu.tsx')).SectionMenu)

/** A hairline with the name of a section or a day and how many tasks it holds; folds them away. */
export function GroupHeading({
  group,
  count,
  folded,
  role = 'listitem',
}: {
  group: Group
  count: number
  folded: boolean
  /** In a table it is a cell. */
  role?: 'listitem' | 'gridcell'
}) {
  const { t } = useLingui()
  const { add } = useScope()
  const { words, aside } = useHeadingWords(group.heading)
  const drop = useDropTarget(group.into && { kind: 'group', groupId: group.id })
  return (
    <div role={role} className={css.heading} data-drop={drop.over || undefined} ref={drop.ref}>
      <IconButton
        small
        label={folded ? t`Show ${words}` : t`Hide ${words}`}
        aria-expanded={!folded}
        className={css.fold}
        onClick={() => folds.toggle(group.id)}
      >
        <ChevronDown />
      </IconButton>
      <h2 className={css.words}>
        <span dir="auto" data-kind={group.heading?.kind}>
          {words}
        </span>
        {aside && <span className={css.aside}>{aside}</span>}
      </h2>
      {count > 0 && <span className={css.count}>{number(count)}</span>}
      <span className={css.end}>
        {group.heading?.kind === 'overdue' && <Reschedule tasks={group.tasks} />}
        {group.heading?.kind === 'day' && group.add && (
          <IconButton small label={t`Add task for ${words}`} onClick={() => add(group.id)}>
            <Plus />
          </IconButton>
        )}
        {group.heading?.kind === 'section' && <SectionMenu id={group.heading.sectionId} />}
      </span>
    </div>
  )
}
