import { signIn } from '@doable/client/session'
import { Button } from '@doable/ui/button'
import { PasswordField } from '@doable/ui/password-field'
import { TextField } from '@doable/ui/text-field'
import { TextLink } from '@doable/ui/text-link'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { EntryPage } from './entry-page.tsx'
import { useEntry } from './use-entry.ts'

export default function SignInPage({ knownEmail, onEntered }: { knownEmail: string; onEntered(): void }) {
  const { t } = useLingui()
  const { search } = useLocation()
  const [email, setEmail] = useState(knownEmail)
  const [password, setPassword] = useState('')
  const { busy, answer, submit } = useEntry(() => signIn({ email: email.trim(), password }).then(onEntered))
  const check = () => ({
    ...(!email.trim() && { email: t`Enter your e-mail.` }),
    ...(!password && { password: t`Enter your password.` }),
  })
  return (
    <EntryPage
      title={t`Sign in`}
      message={answer.form}
      onSubmit={() => void submit(check())}
      otherWay={
        <Trans>
          New here? <TextLink to={`/register${search}`}>Create an account</TextLink>
        </Trans>
      }
    >
      <TextField
        label={t`E-mail`}
        type="email"
        autoComplete="username"
        autoFocus={!knownEmail}
        value={email}
        onChange={setEmail}
        error={answer.fields.email}
      />
      <PasswordField
        label={t`Password`}
        autoComplete="current-password"
        autoFocus={!!knownEmail}
        value={password}
        onChange={setPassword}
        error={answer.fields.password}
      />
      <Button type="submit" kind="primary" busy={busy}>
        {t`Sign in`}
      </Button>
    </EntryPage>
  )
}
