import type { Delivery } from '@doable/contracts/delivery'
import { instant } from '@doable/ui/format'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useChannelNames, useKindNames, useStateNames } from './names.ts'
import css from './notifications.module.css'
import { SendAgain } from './send-again.tsx'

/** One notification over one channel. */
export function DeliveryRow({ delivery, onSent }: { delivery: Delivery; onSent(): void }) {
  const { t } = useLingui()
  const { kind, title, channel, state, attempts, reason, createdAt, runAt, deliveredAt } = delivery
  const [kinds, channels, states] = [useKindNames(), useChannelNames(), useStateNames()]
  const next = instant(runAt)
  const tries = plural(attempts, { one: '# try', other: '# tries' })
  return (
    <li className={css.delivery}>
      {kind === 'test' ? <span>{kinds.test}</span> : <span dir="auto">{title}</span>}
      <time className={css.when} dateTime={createdAt}>
        {instant(createdAt)}
      </time>
      <span className={css.note}>
        {[kind !== 'test' && kinds[kind], channels[channel], attempts > 0 && tries]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={css.outcome} data-state={state}>
        {deliveredAt ? t`Delivered` : states[state]}
      </span>
      {state === 'waiting' && <span className={css.note}>{t`Next try ${next}`}</span>}
      {reason && (
        <span className={css.reason} dir="auto">
          {reason}
        </span>
      )}
      {channel === 'webhook' && state !== 'waiting' && (
        <SendAgain {...{ delivery, onSent }} title={kind === 'test' ? kinds.test : title} />
      )}
    </li>
  )
}
