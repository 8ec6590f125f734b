import { newFromTemplate } from '@doable/ui/events'
import { lazily } from '@doable/ui/lazily'
import { useEffect, useState } from 'react'

const TemplateDialog = lazily(async () => (await import('./template-dialog.tsx')).TemplateDialog)

/** Opens, over any page, what makes a list from a template. */
export function NewFromTemplate() {
  const [asked, setAsked] = useState<{ id?: string }>()
  useEffect(() => newFromTemplate.hear(setAsked), [])
  return asked && <TemplateDialog id={asked.id} onClose={() => setAsked(undefined)} />
}
