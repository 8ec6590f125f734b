import { smsApi } from '@doable/client/sms-api'
import type { SmsState } from '@doable/contracts/sms'
import { codeDigits } from '@doable/contracts/sms-limits'
import { Button } from '@doable/ui/button'
import { instant } from '@doable/ui/format'
import { TextField } from '@doable/ui/text-field'
import { toast } from '@doable/ui/toast'
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useSaving } from '../../pages/saving.tsx'
import css from './sms.module.css'
import { useFault } from './use-fault.ts'

type Props = { number: string; until: string; onChange(state: SmsState): void }

/** Where the code is entered that was sent to a number. */
export function CodeForm({ number, until, onChange }: Props) {
  const { t } = useLingui()
  const saving = useSaving()
  const [code, setCode] = useState('')
  const [isShort, setShort] = useState(false)
  const fault = useFault(saving)
  const digits = code.replace(/\D/g, '')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const isWhole = digits.length === codeDigits
    setShort(!isWhole)
    if (!isWhole) return
    const confirm = async () => onChange(await smsApi.confirmNumber({ body: { code: digits } }))
    if (await saving.save(confirm)) toast(t`The number is verified. Choose above what comes by SMS.`)
  }
  const again = () => saving.save(async () => onChange(await smsApi.setNumber({ body: { number } })))
  const other = () => saving.save(async () => onChange(await smsApi.removeNumber()))
  const time = instant(until, { timeStyle: 'short' })
  const isBusy = saving.state.phase === 'saving'
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <p role="status">
        {t`A code was sent to`} <bdi className={css.number}>{number}</bdi>
      </p>
      <TextField
        label={t`Code`}
        description={t`The ${codeDigits} digits of the message, good until ${time}.`}
        inputMode="numeric"
        autoComplete="one-time-code"
        dir="ltr"
        value={code}
        onChange={setCode}
        error={isShort ? t`A code has ${codeDigits} digits.` : fault}
      />
      <div className={css.actions}>
        <Button type="submit" kind="primary" busy={isBusy}>{t`Verify`}</Button>
        <Button kind="quiet" busy={isBusy} onClick={again}>{t`Send another code`}</Button>
        <Button kind="quiet" busy={isBusy} onClick={other}>{t`Use another number`}</Button>
      </div>
    </form>
  )
}
