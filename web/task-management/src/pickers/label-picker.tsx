import './words.ts'
import { activeLabels } from '@doable/client/list-selectors'
import { sameItems, useStore, useView } from '@doable/client/react'
import type { Task } from '@doable/contracts/task'
import { ColorDot } from '@doable/ui/color-dot'
import { useLingui } from '@lingui/react/macro'
import type { Acts } from '../acts/acts.ts'
import { Picker } from './picker.tsx'
import type { Choice } from './use-picker.tsx'

const key = (name: string) => name.toLowerCase()

/** Labels of some tasks: those that all of them have are checked. Words without a label of the person's own are offered too. */
export function LabelPicker({ ids, acts }: { ids: string[]; acts: Acts }) {
  const { t } = useLingui()
  const store = useStore()
  const labels = useView(activeLabels)
  const tasks = useView((view) => ids.flatMap((id) => view.tasks.get(id) ?? []), sameItems<Task>)
  const names = new Map(labels.map((label) => [key(label.name), label.name]))
  for (const task of tasks)
    for (const name of task.labels) if (!names.has(key(name))) names.set(key(name), name)
  const has = (id: string) => tasks.every((task) => task.labels.some((name) => key(name) === id))
  const colors = new Map(labels.map((label) => [key(label.name), label.color]))
  const choices = [...names].map(
    ([id, label]): Choice => ({
      id,
      label,
      icon: <ColorDot color={colors.get(id) ?? 'gray'} />,
      checked: has(id),
    }),
  )
  const make = (typed: string) => {
    const name = typed
      .replace(/["@#,]/g, '')
      .trim()
      .slice(0, 60)
    if (!name) return
    if (!names.has(key(name))) store.addLabel({ name })
    acts.setLabel(ids, name, true)
  }
  return (
    <Picker
      many
      label={t`Labels`}
      choices={choices}
      onPick={(id) => acts.setLabel(ids, names.get(id) ?? id, !has(id))}
      offer={(name) => t`Make label “${name}”`}
      onCreate={make}
    />
  )
}
