import { activeLabels } from '@doable/client/list-selectors'
import { useStore, useView } from '@doable/client/react'
import type { Label } from '@doable/contracts/label'
import { taskLink } from '@doable/domain/task-link'
import { IconButton } from '@doable/ui/icon-button'
import { useLingui } from '@lingui/react/macro'
import { Plus, Tag } from 'lucide-react'
import { useState } from 'react'
import { LabelActions } from '../labels/label-actions.tsx'
import { useLabelSteps } from '../labels/use-label-steps.tsx'
import { useRefuseLabel } from '../labels/use-refuse-label.ts'
import { NamedDialog } from '../names/dialogs.ts'
import { OrderedLink } from './ordered-link.tsx'
import { Part } from './part.tsx'
import { useLabelCount } from './use-counts.ts'

function LabelLink({ label }: { label: Label }) {
  const store = useStore()
  const { id, name } = label
  return (
    <OrderedLink
      kind="label"
      thing={label}
      to={taskLink({ view: 'label', name })}
      mark={<Tag />}
      count={useLabelCount(name)}
      steps={useLabelSteps(id)}
      move={(carried, to) => store.moveLabel(carried, to)}
      menu={<LabelActions small name={name} />}
    />
  )
}

/** The person's labels in their order, and a way to make one. */
export function LabelLinks() {
  const { t } = useLingui()
  const store = useStore()
  const labels = useView(activeLabels)
  const refuse = useRefuseLabel()
  const [adding, setAdding] = useState(false)
  const add = (
    <IconButton small label={t`Add label`} onClick={() => setAdding(true)}>
      <Plus />
    </IconButton>
  )
  return (
    <Part name="labels" title={t`Labels`} action={add}>
      {labels.map((label) => (
        <LabelLink key={label.id} label={label} />
      ))}
      {adding && (
        <NamedDialog
          title={t`Add label`}
          action={t`Add label`}
          most={60}
          refuse={refuse}
          onClose={() => setAdding(false)}
          onSave={(named) => void store.addLabel(named)}
        />
      )}
    </Part>
  )
}
