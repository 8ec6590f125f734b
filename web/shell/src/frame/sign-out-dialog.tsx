import { useStore } from '@doable/client/react'
import { signOut } from '@doable/client/session'
import { Button } from '@doable/ui/button'
import { Dialog } from '@doable/ui/dialog'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'

/** Ends the session and wipes what this browser keeps; asks only when something could not be sent before. */
export default function SignOutDialog({ onClose }: { onClose(): void }) {
  const { t } = useLingui()
  const store = useStore()
  const [unsent, setUnsent] = useState<number>()
  useEffect(() => void signOut(store).then(setUnsent), [store])
  if (!unsent) return null
  const actions = (
    <>
      <Button onClick={onClose} autoFocus>
        {t`Stay signed in`}
      </Button>
      <Button kind="danger" onClick={() => void signOut(store, { discard: true })}>
        {t`Sign out and lose them`}
      </Button>
    </>
  )
  return (
    <Dialog role="alertdialog" title={t`Sign out?`} isOpen onClose={onClose} actions={actions}>
      <p>
        <Plural
          value={unsent}
          one="# change has not reached the server."
          other="# changes have not reached the server."
        />{' '}
        <Trans>Signing out removes everything from this browser.</Trans>
      </p>
    </Dialog>
  )
}
