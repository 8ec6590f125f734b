import { userApi } from '@doable/client/api'
import { setPerson } from '@doable/client/session'
import { useMe } from '@doable/client/use-me'
import { Button } from '@doable/ui/button'
import { PasswordField } from '@doable/ui/password-field'
import { TextField } from '@doable/ui/text-field'
import { toast } from '@doable/ui/toast'
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import css from './profile.module.css'
import { Failure, FormHeading, useSaving } from './saving.tsx'

/** E-mail and password; either change signs the other devices out. */
export function Security() {
  return (
    <>
      <EmailForm />
      <PasswordForm />
    </>
  )
}

function EmailForm() {
  const { t } = useLingui()
  const person = useMe()
  const saving = useSaving()
  const [email, setEmail] = useState(person.email)
  const [password, setPassword] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const body = { email, password }
    if (!(await saving.save(async () => setPerson(await userApi.changeEmail({ body }))))) return
    setPassword('')
    toast(t`Your e-mail address was changed. Other devices were signed out.`)
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <FormHeading>{t`E-mail`}</FormHeading>
      <TextField
        label={t`E-mail`}
        type="email"
        value={email}
        onChange={setEmail}
        autoComplete="email"
        required
      />
      <PasswordField
        label={t`Current password`}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        required
      />
      <Failure saving={saving} />
      <Button type="submit" busy={saving.state.phase === 'saving'} disabled={email === person.email}>
        {t`Change e-mail`}
      </Button>
    </form>
  )
}

function PasswordForm() {
  const { t } = useLingui()
  const { email } = useMe()
  const saving = useSaving()
  const [password, setPassword] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await saving.save(() => userApi.changePassword({ body: { password, newPassword } })))) return
    setPassword('')
    setNewPassword('')
    toast(t`Your password was changed. Other devices were signed out.`)
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <FormHeading>{t`Password`}</FormHeading>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        label={t`Current password`}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        required
      />
      <PasswordField
        label={t`New password`}
        description={t`At least 8 characters. A few unrelated words are easy to keep and hard to guess.`}
        value={newPassword}
        onChange={setNewPassword}
        autoComplete="new-password"
        minLength={8}
        maxLength={128}
        required
      />
      <Failure saving={saving} />
      <Button type="submit" busy={saving.state.phase === 'saving'}>{t`Change password`}</Button>
    </form>
  )
}
