import './words.ts'
import { lazily } from '@doable/ui/lazily'
import { Popover } from '@doable/ui/popover'
import { useLingui } from '@lingui/react/macro'
import type { RefObject } from 'react'
import type { Acts } from '../acts/acts.ts'

const RepeatEditor = lazily(async () => (await import('./repeat-editor.tsx')).RepeatEditor)

/** The editor of a repetition at an element; fetched when it first opens. */
export function RepeatPopover({
  ids,
  acts,
  ...opened
}: {
  ids: string[]
  acts: Acts
  anchor: RefObject<Element | null>
  isOpen: boolean
  onClose(): void
}) {
  const { t } = useLingui()
  return (
    <Popover {...opened} label={t`Repeat`}>
      <RepeatEditor ids={ids} acts={acts} onClose={opened.onClose} />
    </Popover>
  )
}
