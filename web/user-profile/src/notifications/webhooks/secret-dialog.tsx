import { Button } from '@doable/ui/button'
import { Dialog } from '@doable/ui/dialog'
import { TextField } from '@doable/ui/text-field'
import { toast } from '@doable/ui/toast'
import { useLingui } from '@lingui/react/macro'
import { useRef } from 'react'

/** The secret that signs what is sent; nobody can look it up later. */
export function SecretDialog({ secret, onClose }: { secret: string | undefined; onClose(): void }) {
  const { t } = useLingui()
  const field = useRef<HTMLInputElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret ?? '')
      toast(t`The secret was copied.`)
    } catch {
      // Without https a page may not write there; the person can.
      field.current?.focus()
      field.current?.select()
      toast(t`The secret is selected: copy it with the keys of your device.`)
    }
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t`Done`}</Button>
      <Button kind="primary" onClick={copy} autoFocus>
        {t`Copy secret`}
      </Button>
    </>
  )
  return (
    <Dialog title={t`Secret of the webhook`} isOpen={secret !== undefined} {...{ onClose, actions }}>
      <TextField
        ref={field}
        label={t`Secret`}
        description={t`It is shown this once. Keep it where your receiver can read it and nobody else.`}
        value={secret ?? ''}
        onChange={() => undefined}
        readOnly
        spellCheck={false}
      />
    </Dialog>
  )
}
