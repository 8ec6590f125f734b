import { smsApi } from '@doable/client/sms-api'
import type { SmsState } from '@doable/contracts/sms'
import { e164 } from '@doable/contracts/sms-limits'
import { Button } from '@doable/ui/button'
import { TextField } from '@doable/ui/text-field'
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useSaving } from '../../pages/saving.tsx'
import css from './sms.module.css'
import { useFault } from './use-fault.ts'

/** As it is written down, with blanks and hyphens, and as it is dialled from elsewhere. */
const plain = (written: string) => written.replace(/[\s()./-]/g, '').replace(/^00/, '+')

/** Where a number is entered, to have a code sent to it. */
export function NumberForm({ known, onSent }: { known: string | null; onSent(state: SmsState): void }) {
  const { t } = useLingui()
  const saving = useSaving()
  const [written, setWritten] = useState(known ?? '')
  const [isWrong, setWrong] = useState(false)
  const fault = useFault(saving)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const number = plain(written)
    const fits = e164.test(number)
    setWrong(!fits)
    if (fits) await saving.save(async () => onSent(await smsApi.setNumber({ body: { number } })))
  }
  const wrong = t`Enter the number with its country code, such as +49 151 12345678.`
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <TextField
        label={t`Mobile number`}
        description={t`With its country code, such as +49 151 12345678. A code is sent to it.`}
        type="tel"
        autoComplete="tel"
        dir="ltr"
        value={written}
        onChange={setWritten}
        error={isWrong ? wrong : fault}
      />
      <Button type="submit" busy={saving.state.phase === 'saving'}>{t`Send code`}</Button>
    </form>
  )
}
