import './words.ts'
import { membersOf } from '@doable/client/members'
import { useView } from '@doable/client/react'
import { mayEditTask } from '@doable/client/rights'
import type { View } from '@doable/client/view'
import { Button } from '@doable/ui/button'
import { IconButton } from '@doable/ui/icon-button'
import { Menu } from '@doable/ui/menu'
import { Plural, useLingui } from '@lingui/react/macro'
import { CalendarDays, Check, Flag, MoveRight, Tag, Trash2, UserRound, X } from 'lucide-react'
import { type MouseEvent, useSyncExternalStore } from 'react'
import { usePriorityEntries } from '../names/use-priority-entries.tsx'
import { type PopupKind, useScope } from '../page/scope.ts'
import css from './bulk-bar.module.css'

const isShared = (view: View, id: string) => membersOf(view, view.tasks.get(id)?.listId ?? '').length > 1

/** The acts that the picked tasks allow. Tasks that may only be read are passed over; where all are, it says so. */
function Offers() {
  const { t } = useLingui()
  const { selection, acts, popup } = useScope()
  const picked = () => selection.targets()
  const priorities = usePriorityEntries(undefined, (priority) => acts.setPriority(picked(), priority))
  const chosen = useSyncExternalStore(selection.subscribe, () => selection.chosen)
  const shared = useView((view) => [...chosen].some((id) => isShared(view, id)))
  const show =
    (kind: PopupKind) =>
    ({ currentTarget }: MouseEvent) =>
      acts.ifAllowed(picked(), (ids) => popup(kind, ids, currentTarget))
  return (
    <>
      <Button small kind="quiet" icon={<Check />} onClick={() => acts.toggle(picked())}>
        <span className={css.word}>{t`Complete`}</span>
      </Button>
      <IconButton label={t`Due date`} keys="d" onClick={show('due')}>
        <CalendarDays />
      </IconButton>
      <Menu label={t`Priority`} icon={<Flag />} sections={[{ items: priorities }]} placement="top start" />
      <IconButton label={t`Labels`} keys="l" onClick={show('labels')}>
        <Tag />
      </IconButton>
      <IconButton label={t`Move to…`} keys="m" onClick={show('move')}>
        <MoveRight />
      </IconButton>
      {shared && (
        <IconButton label={t`Assign to…`} keys="a" onClick={show('assignee')}>
          <UserRound />
        </IconButton>
      )}
      <IconButton label={t`Move to trash`} keys="delete" onClick={() => acts.trash(picked())}>
        <Trash2 />
      </IconButton>
    </>
  )
}

/** What can be done with the picked tasks, of which there is at least one. */
export function BulkBar() {
  const { t } = useLingui()
  const { selection } = useScope()
  const chosen = useSyncExternalStore(selection.subscribe, () => selection.chosen)
  const editable = useView((view) => [...chosen].some((id) => mayEditTask(view, id)))
  return (
    <div role="toolbar" aria-label={t`Selected tasks`} className={css.bar}>
      <span className={css.count}>
        <span className={css.number} aria-hidden="true">
          {chosen.size}
        </span>
        <span className={css.word}>
          <Plural value={chosen.size} one="# selected" other="# selected" />
        </span>
      </span>
      {editable ? <Offers /> : <span className={css.fixed}>{t`Can only be read`}</span>}
      <IconButton label={t`Clear selection`} keys="escape" onClick={() => selection.clear()}>
        <X />
      </IconButton>
    </div>
  )
}
