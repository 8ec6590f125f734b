import { openPalette } from '@doable/ui/events'
import { useFocusBack } from '@doable/ui/focus-back'
import { opening } from '@doable/ui/opening'
import { WaitingLine } from '@doable/ui/waiting-line'
import { useLingui } from '@lingui/react/macro'
import { type ComponentType, useEffect, useState } from 'react'
import type { PaletteProps } from '../palette/palette.tsx'
import { openShortcuts, openSignOut } from './asks.ts'

type Closable = { onClose(): void }
const Palette = opening<PaletteProps>(
  () => import('../palette/palette.tsx'),
  (props) => <WaitingLine {...props} />,
)
const Shortcuts = opening(() => import('./shortcuts-dialog.tsx'))
const SignOut = opening(() => import('./sign-out-dialog.tsx'))

function Overlay({
  hear,
  content: Content,
}: {
  hear: (fn: () => void) => () => void
  content: ComponentType<Closable>
}) {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => hear(() => setOpen(true)), [hear])
  if (!isOpen) return null
  return <Content onClose={() => setOpen(false)} />
}

/** The palette, and what is typed into it from the first key on, be its code here yet or not. */
function PaletteOverlay() {
  const { t } = useLingui()
  const [words, setWords] = useState<string>()
  const { remember, giveBack } = useFocusBack()
  useEffect(
    () =>
      openPalette.hear(({ text = '' }) => {
        remember()
        setWords(text)
      }),
    [remember],
  )
  if (words === undefined) return null
  const close = () => {
    setWords(undefined)
    giveBack()
  }
  return (
    <Palette line={{ label: t`Search and commands`, value: words, onChange: setWords }} onClose={close} />
  )
}

/** What opens over any page; each is loaded when it first does. */
export const Overlays = () => (
  <>
    <PaletteOverlay />
    <Overlay hear={openShortcuts.hear} content={Shortcuts} />
    <Overlay hear={openSignOut.hear} content={SignOut} />
  </>
)
