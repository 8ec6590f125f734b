import { sameItems, useView } from '@doable/client/react'
import type { Task } from '@doable/contracts/task'
import { Avatar } from '@doable/ui/avatar'
import { useLingui } from '@lingui/react/macro'
import { UserRoundX } from 'lucide-react'
import type { Acts } from '../acts/acts.ts'
import { Picker } from '../pickers/picker.tsx'
import type { Choice } from '../pickers/use-picker.tsx'
import './words.ts'
import { usePeopleOf } from './use-people-of.ts'

const nobody = 'nobody'

/** Who is to do some tasks: whoever is in all of their lists, the person themselves first, or nobody. */
export function AssigneePicker({ ids, acts, onDone }: { ids: string[]; acts: Acts; onDone(): void }) {
  const { t } = useLingui()
  const tasks = useView((view) => ids.flatMap((id) => view.tasks.get(id) ?? []), sameItems<Task>)
  const people = usePeopleOf([...new Set(tasks.map(({ listId }) => listId))])
  const has = (id: string | null) => tasks.every(({ assigneeId }) => assigneeId === id)
  const choices = people.map(
    ({ id, name, picture, isMe }): Choice => ({
      id,
      label: isMe ? t`Assign to me (${name})` : name,
      icon: <Avatar name={name} picture={picture} size={20} />,
      checked: has(id),
    }),
  )
  const none: Choice = { id: nobody, label: t`Nobody`, icon: <UserRoundX />, checked: has(null) }
  const pick = (id: string) => {
    acts.assign(ids, id === nobody ? null : id)
    onDone()
  }
  return <Picker label={t`Assign to`} choices={[...choices, none]} onPick={pick} />
}
