import { activeLabels } from '@doable/client/list-selectors'
import { useStore, useView } from '@doable/client/react'
import { taskLink } from '@doable/domain/task-link'
import { Menu } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { undoable } from '../acts/undoable.ts'
import { NamedDialog } from '../names/dialogs.ts'
import { useLabelSteps } from './use-label-steps.tsx'
import { useRefuseLabel } from './use-refuse-label.ts'

/** Rename, recolour or remove a label. A word without a label of the person's own offers to make one of it. */
export function LabelActions({ name, small }: { name: string; small?: boolean }) {
  const { t } = useLingui()
  const store = useStore()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [editing, setEditing] = useState(false)
  const labels = useView(activeLabels)
  const label = labels.find((each) => each.name.toLowerCase() === name.toLowerCase())
  const refuse = useRefuseLabel(label?.id)
  const steps = useLabelSteps(label?.id)
  const save = (named: { name: string; color: (typeof labels)[number]['color'] }) => {
    if (label) store.updateLabel(label.id, named)
    else store.addLabel(named)
    if (pathname === taskLink({ view: 'label', name }) && named.name !== name)
      navigate(taskLink({ view: 'label', name: named.name }), { replace: true })
  }
  const edit = { id: 'edit', label: t`Edit label`, icon: <Pencil />, run: () => setEditing(true) }
  const trash = label && {
    id: 'trash',
    label: t`Remove label`,
    icon: <Trash2 />,
    danger: true,
    run: () => undoable(store, () => store.trashLabel(label.id), t`Label @${label.name} removed`),
  }
  return (
    <>
      <Menu
        small={small ?? false}
        label={t`Actions for label ${name}`}
        icon={<Ellipsis />}
        sections={[{ items: [edit, ...steps, ...(trash ? [trash] : [])] }]}
        placement="bottom end"
      />
      {editing && (
        <NamedDialog
          title={t`Edit label`}
          action={t`Save`}
          now={label ?? { name, color: 'gray' }}
          most={60}
          refuse={refuse}
          onClose={() => setEditing(false)}
          onSave={save}
        />
      )}
    </>
  )
}
