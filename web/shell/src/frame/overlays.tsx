import { openPalette } from '@doable/ui/events'
import { type ComponentType, lazy, useEffect, useState } from 'react'
import { Boundary } from '../parts/boundary.tsx'
import { openShortcuts, openSignOut } from './asks.ts'

type Closable = { onClose(): void }
const Palette = lazy(() => import('../palette/palette.tsx'))
const Shortcuts = lazy(() => import('./shortcuts-dialog.tsx'))
const SignOut = lazy(() => import('./sign-out-dialog.tsx'))

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
  return (
    <Boundary place="quiet">
      <Content onClose={() => setOpen(false)} />
    </Boundary>
  )
}

/** What opens over any page; each is loaded when it first does. */
export const Overlays = () => (
  <>
    <Overlay hear={openPalette.hear} content={Palette} />
    <Overlay hear={openShortcuts.hear} content={Shortcuts} />
    <Overlay hear={openSignOut.hear} content={SignOut} />
  </>
)
