import { register } from '@doable/client/session'
import { Button } from '@doable/ui/button'
import { spoken } from '@doable/ui/i18n'
import { PasswordField } from '@doable/ui/password-field'
import { TextField } from '@doable/ui/text-field'
import { TextLink } from '@doable/ui/text-link'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { EntryPage } from './entry-page.tsx'
import { useEntry } from './use-entry.ts'

const shortest = 8

/** What this browser says about its person. */
const fromBrowser = () => ({
  language: spoken(navigator.language),
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
})

function useRegistration(onEntered: () => void) {
  const { t } = useLingui()
  const [form, setForm] = useState({ name: '', email: '', password: '' })
  const { name, email, password } = form
  const send = () => register({ name: name.trim(), email: email.trim(), password, ...fromBrowser() })
  const entry = useEntry(() => send().then(onEntered))
  const check = () => ({
    ...(!name.trim() && { name: t`Enter your name.` }),
    ...(!/^\S+@\S+\.\S+$/.test(email.trim()) && { email: t`Enter an e-mail such as ada@example.org.` }),
    ...(password.length < shortest && { password: t`At least ${shortest} characters.` }),
  })
  const field = (key: keyof typeof form) => ({
    value: form[key],
    onChange: (value: string) => setForm({ ...form, [key]: value }),
    error: entry.answer.fields[key],
  })
  return { ...entry, field, submit: () => void entry.submit(check()) }
}

export default function RegisterPage({ onEntered }: { onEntered(): void }) {
  const { t } = useLingui()
  const { search } = useLocation()
  const { busy, answer, field, submit } = useRegistration(onEntered)
  return (
    <EntryPage
      title={t`Create an account`}
      message={answer.form}
      onSubmit={submit}
      otherWay={
        <Trans>
          Already have an account? <TextLink to={`/sign-in${search}`}>Sign in</TextLink>
        </Trans>
      }
    >
      <TextField label={t`Name`} autoComplete="name" autoFocus maxLength={100} {...field('name')} />
      <TextField label={t`E-mail`} type="email" autoComplete="username" {...field('email')} />
      <PasswordField
        label={t`Password`}
        autoComplete="new-password"
        description={t`At least ${shortest} characters, and none of the commonest passwords.`}
        maxLength={128}
        {...field('password')}
      />
      <Button type="submit" kind="primary" busy={busy}>
        {t`Create account`}
      </Button>
    </EntryPage>
  )
}
