import type { Delivery } from '@doable/contracts/delivery'
import type { Channel } from '@doable/contracts/notification-settings'
import { Button } from '@doable/ui/button'
import { EmptyState } from '@doable/ui/empty-state'
import { ErrorState } from '@doable/ui/error-state'
import { Select } from '@doable/ui/select'
import { Skeleton } from '@doable/ui/skeleton'
import { useLingui } from '@lingui/react/macro'
import { FormHeading } from '../pages/saving.tsx'
import { DeliveryRow } from './delivery-row.tsx'
import { useChannelNames, useStateNames } from './names.ts'
import css from './notifications.module.css'
import { useDeliveries, type Wanted } from './use-deliveries.ts'

type Props = { channels: Channel[]; version: number; wanted: Wanted; onWant(wanted: Wanted): void }

/** What was sent to me and what became of it, newest first; read again for every new `version`. */
export function DeliveryLog({ channels, version, wanted, onWant }: Props) {
  const { t } = useLingui()
  const { page, failed, again, more } = useDeliveries(wanted, version)
  const isFiltered = Object.values(wanted).some(Boolean)
  return (
    <section className={css.section}>
      <FormHeading>{t`What was sent`}</FormHeading>
      <Filters {...{ channels, wanted }} onChange={onWant} />
      {failed && (
        <ErrorState onRetry={again}>{t`What was sent cannot be shown without a connection.`}</ErrorState>
      )}
      {!page && !failed && <Skeleton width="32ch" />}
      {page?.items.length === 0 && !failed && (
        <EmptyState>
          {isFiltered ? t`Nothing that was sent fits.` : t`Nothing was sent to you yet.`}
        </EmptyState>
      )}
      {page && (
        <ul aria-label={t`What was sent`}>
          {page.items.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} onSent={again} />
          ))}
        </ul>
      )}
      {page?.next && (
        <Button kind="quiet" onClick={() => void more()}>
          {t`Show older ones`}
        </Button>
      )}
    </section>
  )
}

const any = 'any'
function Filters(props: { channels: Channel[]; wanted: Wanted; onChange(wanted: Wanted): void }) {
  const { t } = useLingui()
  const { channels, wanted, onChange } = props
  const [names, states] = [useChannelNames(), useStateNames()]
  const offer = <V extends string>(values: V[], named: Record<V, string>, all: string) => [
    { value: any, label: all },
    ...values.map((value) => ({ value, label: named[value] })),
  ]
  return (
    <div className={css.filters}>
      <Select<string>
        label={t`Channel`}
        value={wanted.channel ?? any}
        onChange={(channel) => onChange({ ...wanted, channel: channels.find((each) => each === channel) })}
        options={offer(channels, names, t`Every channel`)}
      />
      <Select<string>
        label={t`Outcome`}
        value={wanted.state ?? any}
        onChange={(state) => onChange({ ...wanted, state: stateOf(state) })}
        options={offer(['waiting', 'sent', 'failed'], states, t`Every outcome`)}
      />
    </div>
  )
}

const stateOf = (value: string): Delivery['state'] | undefined =>
  value === 'waiting' || value === 'sent' || value === 'failed' ? value : undefined
