import type { SmsState } from '@doable/contracts/sms'
import { ErrorState } from '@doable/ui/error-state'
import { Skeleton } from '@doable/ui/skeleton'
import { useLingui } from '@lingui/react/macro'
import './words.ts'
import { FormHeading } from '../../pages/saving.tsx'
import { CodeForm } from './code-form.tsx'
import { NumberForm } from './number-form.tsx'
import css from './sms.module.css'
import { useSms } from './use-sms.ts'
import { VerifiedNumber } from './verified-number.tsx'

/** My number for SMS; read again for every new `version`. `onChange`: whether I can be reached may be another answer now. */
export function Sms({ version, onChange }: { version: number; onChange(): void }) {
  const { t } = useLingui()
  const { held, failed, load, keep } = useSms(version)
  const take = (state: SmsState) => {
    keep(state)
    onChange()
  }
  return (
    <section className={css.section}>
      <FormHeading>{t`Number for SMS`}</FormHeading>
      {!held && failed && (
        <ErrorState onRetry={load}>{t`Your number cannot be shown without a connection.`}</ErrorState>
      )}
      {!held && !failed && <Skeleton width="32ch" />}
      {held && <Step held={held} onChange={take} />}
      {held && <Cap {...held} />}
    </section>
  )
}

/** Where it goes on: the number, its code, or what there is. */
function Step({ held, onChange }: { held: SmsState; onChange(state: SmsState): void }) {
  const { number, verified, stopped, codeUntil } = held
  if (number && codeUntil) return <CodeForm key={codeUntil} until={codeUntil} {...{ number, onChange }} />
  if (number && (verified || stopped)) return <VerifiedNumber {...{ number, stopped, onChange }} />
  return <NumberForm known={number} onSent={onChange} />
}

function Cap({ perDay, left }: Pick<SmsState, 'perDay' | 'left'>) {
  const { t } = useLingui()
  return (
    <p className={css.note}>
      {t`SMS cost money. Of the ${perDay} that are sent to you in a day, codes included, ${left} are left today.`}
    </p>
  )
}
