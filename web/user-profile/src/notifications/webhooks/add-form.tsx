import { webhookApi } from '@doable/client/webhook-api'
import { longestAddress } from '@doable/contracts/webhook-limits'
import { Button } from '@doable/ui/button'
import { TextField } from '@doable/ui/text-field'
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useSaving } from '../../pages/saving.tsx'
import { useFault } from './use-fault.ts'
import css from './webhooks.module.css'

/** Adds an address; the secret it is given is told once. */
export function AddForm({ onAdded }: { onAdded(secret: string): void }) {
  const { t } = useLingui()
  const saving = useSaving()
  const fault = useFault(saving)
  const [url, setUrl] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    await saving.save(async () => {
      const { secret } = await webhookApi.addWebhook({ body: { url } })
      setUrl('')
      onAdded(secret)
    })
  }
  return (
    <form className={css.add} onSubmit={submit} noValidate>
      <TextField
        label={t`Address`}
        type="url"
        inputMode="url"
        placeholder="https://hooks.example.org/doable"
        autoComplete="off"
        spellCheck={false}
        maxLength={longestAddress}
        value={url}
        onChange={setUrl}
        {...(fault && { error: fault })}
      />
      <Button type="submit" busy={saving.state.phase === 'saving'} disabled={!url.trim()}>
        {t`Add webhook`}
      </Button>
    </form>
  )
}
