import { Button } from '@doable/ui/button'
import { RadioGroup } from '@doable/ui/radio-group'
import { TextField } from '@doable/ui/text-field'
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import css from './share.module.css'
import { type Invitation, useFailureWords } from './use-members.ts'

/** Shares with somebody by their e-mail address. */
export function InviteForm({
  disabled,
  onAdd,
}: {
  disabled: boolean
  onAdd(invitation: Invitation): Promise<void>
}) {
  const { t } = useLingui()
  const words = useFailureWords()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Invitation['role']>('editor')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      await onAdd({ email: email.trim(), role })
      setEmail('')
    } catch (failure) {
      setError(words(failure))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={submit} className={css.form}>
      <TextField
        autoFocus
        required
        type="email"
        label={t`E-mail address`}
        value={email}
        onChange={setEmail}
        error={error}
        disabled={disabled}
      />
      <RadioGroup<Invitation['role']>
        row
        label={t`This person`}
        value={role}
        onChange={setRole}
        options={[
          { value: 'editor', label: t`may edit` },
          { value: 'viewer', label: t`may read` },
        ]}
      />
      <Button kind="primary" type="submit" busy={busy} disabled={disabled || !email.trim()}>
        {t`Share`}
      </Button>
    </form>
  )
}
