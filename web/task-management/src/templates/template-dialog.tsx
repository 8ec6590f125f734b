import './words.ts'
import { templates } from '@doable/client/list-selectors'
import { useView } from '@doable/client/react'
import { taskLink } from '@doable/domain/task-link'
import { Dialog } from '@doable/ui/dialog'
import { EmptyState } from '@doable/ui/empty-state'
import { ButtonLink } from '@doable/ui/text-link'
import { useLingui } from '@lingui/react/macro'
import { TemplateForm } from './template-form.tsx'

/** Makes a list from a template: that one at first, if there is one. */
export function TemplateDialog({ id, onClose }: { id: string | undefined; onClose(): void }) {
  const { t } = useLingui()
  const all = useView(templates)
  const first = all.find((each) => each.id === id) ?? all[0]
  if (first) return <TemplateForm all={all} first={first} onClose={onClose} />
  const link = (
    <ButtonLink to={taskLink({ view: 'templates' })} onClick={onClose}>{t`Go to templates`}</ButtonLink>
  )
  return (
    <Dialog isOpen title={t`New list from template`} onClose={onClose}>
      <EmptyState action={link}>
        {t`There is no template yet. Save a list as one from its menu, or make a new one.`}
      </EmptyState>
    </Dialog>
  )
}
