import { activeLabels } from '@doable/client/list-selectors'
import { useStore, useView } from '@doable/client/react'
import type { Label } from '@doable/contracts/label'
import { taskLink } from '@doable/domain/task-link'
import { hue } from '@doable/ui/hue'
import { IconButton } from '@doable/ui/icon-button'
import { useLingui } from '@lingui/react/macro'
import { Plus, Tag } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { NavLink } from 'react-router'
import { useLabelDrag } from '../drag/use-label-drag.ts'
import { LabelActions } from '../labels/label-actions.tsx'
import { useLabelSteps } from '../labels/use-label-steps.tsx'
import { useRefuseLabel } from '../labels/use-refuse-label.ts'
import { NamedDialog } from '../names/dialogs.ts'
import { OpenCount } from './open-count.tsx'
import { Part } from './part.tsx'
import css from './sidebar.module.css'
import { useLabelCount } from './use-counts.ts'

function LabelLink({ label }: { label: Label }) {
  const { ref, edge } = useLabelDrag(label.id)
  const steps = useLabelSteps(label.id)
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowUp: 'up', ArrowDown: 'down' }[event.key]
    if (!event.altKey || !move) return
    event.preventDefault()
    event.stopPropagation()
    steps.find(({ id }) => id === move)?.run?.()
  }
  return (
    <li className={css.item} ref={ref} data-edge={edge}>
      <NavLink
        to={taskLink({ view: 'label', name: label.name })}
        className={css.link ?? ''}
        draggable={false}
        onKeyDown={onKeyDown}
      >
        <span className={css.dot} style={{ color: hue(label.color) }}>
          <Tag />
        </span>
        <span className={css.name} dir="auto">
          {label.name}
        </span>
        <OpenCount count={useLabelCount(label.name)} />
      </NavLink>
      <span className={css.menu}>
        <LabelActions small name={label.name} />
      </span>
    </li>
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
