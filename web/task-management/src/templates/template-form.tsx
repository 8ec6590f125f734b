import { contentOf } from '@doable/client/list-copy'
import { useStore } from '@doable/client/react'
import type { List } from '@doable/contracts/list'
import { earliestDay } from '@doable/domain/moved-plan'
import { taskLink } from '@doable/domain/task-link'
import { Button } from '@doable/ui/button'
import { ColorDot } from '@doable/ui/color-dot'
import { Dialog } from '@doable/ui/dialog'
import { day } from '@doable/ui/format'
import { Select } from '@doable/ui/select'
import { TextField } from '@doable/ui/text-field'
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { listFromTemplate } from '../lists/duplicate-list.ts'
import { useDay } from '../page/use-time.ts'
import { TemplatePreview } from './template-preview.tsx'
import css from './templates.module.css'

/** What a template holds, and the first of its days. It is looked at while the dialog is open, and does not change meanwhile. */
function useContent(template: List) {
  const store = useStore()
  return useMemo(() => {
    const content = contentOf(store.getSnapshot(), template.id)
    return { ...content, first: earliestDay(content.tasks) }
  }, [store, template])
}

/** Asks which template, how the list is called and on which day it begins. */
export function TemplateForm({
  all,
  first,
  onClose,
}: {
  all: readonly List[]
  first: List
  onClose(): void
}) {
  const { t } = useLingui()
  const form = useId()
  const store = useStore()
  const navigate = useNavigate()
  const today = useDay().day
  const [template, setTemplate] = useState(first)
  const [name, setName] = useState(first.name)
  const [startOn, setStartOn] = useState(today)
  const content = useContent(template)
  const choose = (id: string) => {
    const chosen = all.find((each) => each.id === id) ?? first
    setTemplate(chosen)
    // What somebody has typed is theirs; the name of the former template is not.
    if (name.trim() === template.name || !name.trim()) setName(chosen.name)
  }
  const make = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim()) return
    onClose()
    const id = listFromTemplate(store, template.id, {
      name: name.trim(),
      startOn: content.first ? startOn || undefined : undefined,
    })
    if (id) void navigate(taskLink({ view: 'list', id }))
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t`Cancel`}</Button>
      <Button kind="primary" type="submit" form={form} disabled={!name.trim()}>
        {t`Add list`}
      </Button>
    </>
  )
  const options = all.map((each) => ({
    value: each.id,
    label: each.name,
    icon: <ColorDot color={each.color} />,
  }))
  return (
    <Dialog isOpen title={t`New list from template`} onClose={onClose} actions={actions}>
      <form id={form} onSubmit={make} className={css.form}>
        {all.length > 1 && (
          <Select label={t`Template`} value={template.id} onChange={choose} options={options} />
        )}
        <TextField autoFocus label={t`Name`} dir="auto" maxLength={200} value={name} onChange={setName} />
        {content.first && (
          <TextField
            required
            type="date"
            min="1900-01-01"
            max="2200-12-31"
            label={t`Start day`}
            description={t`The first date of the template, ${day(content.first)}, comes to this day, and all others as far from it as there.`}
            value={startOn}
            onChange={setStartOn}
          />
        )}
        <TemplatePreview {...content} />
      </form>
    </Dialog>
  )
}
