import { openPalette } from '@doable/ui/events'
import { opening } from '@doable/ui/opening'
import { type ComponentType, useEffect, useState } from 'react'
import { openShortcuts, openSignOut } from './asks.ts'

type Closable = { onClose(): void }
const Palette = opening(() => import('../palette/palette.tsx'))
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

/** What opens over any page; each is loaded when it first does. */
export const Overlays = () => (
  <>
    <Overlay hear={openPalette.hear} content={Palette} />
    <Overlay hear={openShortcuts.hear} content={Shortcuts} />
    <Overlay hear={openSignOut.hear} content={SignOut} />
  </>
)
