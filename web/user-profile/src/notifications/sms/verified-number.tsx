import { smsApi } from '@doable/client/sms-api'
import type { SmsState } from '@doable/contracts/sms'
import { Button } from '@doable/ui/button'
import { FormMessage } from '@doable/ui/form-message'
import { useLingui } from '@lingui/react/macro'
import { useSaving } from '../../pages/saving.tsx'
import css from './sms.module.css'
import { useFault } from './use-fault.ts'

type Props = { number: string; stopped: SmsState['stopped']; onChange(state: SmsState): void }

/** The number that news is sent to, or why it no longer is. */
export function VerifiedNumber({ number, stopped, onChange }: Props) {
  const { t } = useLingui()
  const saving = useSaving()
  const isBusy = saving.state.phase === 'saving'
  const reasons = {
    unsubscribed: t`This number told the sender to stop, so nothing is sent to it. Send START to the sender, then verify it again.`,
    unreachable: t`No SMS can reach this number, so nothing is sent to it.`,
  }
  const again = () => saving.save(async () => onChange(await smsApi.setNumber({ body: { number } })))
  const remove = () => saving.save(async () => onChange(await smsApi.removeNumber()))
  return (
    <div className={css.form}>
      <p>
        <bdi className={css.number}>{number}</bdi>
        {!stopped && <span className={css.verified}>{t`Verified`}</span>}
      </p>
      {stopped && <p className={css.stopped}>{reasons[stopped]}</p>}
      <FormMessage kind="error">{useFault(saving)}</FormMessage>
      <div className={css.actions}>
        {stopped && <Button busy={isBusy} onClick={again}>{t`Verify again`}</Button>}
        <Button busy={isBusy} onClick={remove}>{t`Remove number`}</Button>
      </div>
    </div>
  )
}
