import { userApi } from '@doable/client/api'
import { useStore } from '@doable/client/react'
import { setPerson } from '@doable/client/session'
import { Button } from '@doable/ui/button'
import { ConfirmDialog } from '@doable/ui/confirm-dialog'
import { instant } from '@doable/ui/format'
import { PasswordField } from '@doable/ui/password-field'
import { toast } from '@doable/ui/toast'
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import css from './profile.module.css'
import { Failure, FormHeading, useSaving } from './saving.tsx'

/** The one thing that asks before it is done. */
export function Account() {
  const { t } = useLingui()
  const saving = useSaving()
  const store = useStore()
  const [password, setPassword] = useState('')
  const [asking, setAsking] = useState(false)
  const ask = (event: FormEvent) => {
    event.preventDefault()
    setAsking(true)
  }
  const erase = () =>
    saving.save(async () => {
      const { erasedAt } = await userApi.deleteAccount({ body: { password } })
      const last = instant(erasedAt, { dateStyle: 'long' })
      toast(t`Your account will be erased on ${last}. Sign in before then to keep it.`)
      await store.wipe()
      setPerson(null)
    })
  return (
    <form className={css.danger} onSubmit={ask}>
      <FormHeading>{t`Delete account`}</FormHeading>
      <p>
        {t`Your lists, tasks, labels, notifications and picture are erased after a grace period. All devices are signed out at once. Signing in before the period ends keeps everything.`}
      </p>
      <PasswordField
        label={t`Current password`}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        required
      />
      <Failure saving={saving} />
      <Button type="submit" kind="danger">{t`Delete account`}</Button>
      <ConfirmDialog
        title={t`Delete your account?`}
        action={t`Delete account`}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onConfirm={erase}
      >
        {t`You will be signed out on all devices.`}
      </ConfirmDialog>
    </form>
  )
}
