import { EmptyState } from '@doable/ui/empty-state'
import { ErrorState } from '@doable/ui/error-state'
import { ago, instant, number } from '@doable/ui/format'
import { usePageTitle } from '@doable/ui/page-title'
import { Skeleton } from '@doable/ui/skeleton'
import { TextLink } from '@doable/ui/text-link'
import { useLingui } from '@lingui/react/macro'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { FormHeading } from '../pages/saving.tsx'
import '../pages/words.ts'
import './words.ts'
import admin from './administration.module.css'
import { Facts, ServiceBlock } from './service-status.tsx'
import css from './status.module.css'
import { DeliveryTable, QueueTable } from './status-tables.tsx'
import { type Seen, useStatus } from './use-status.ts'
import { bytes } from './use-status-words.ts'
import { lastBackup, useTroubles } from './use-troubles.ts'

/** For administrators: how the installation is, looked at again by itself. */
export default function Status() {
  const { t } = useLingui()
  usePageTitle(t`Status`)
  const { seen, fault, at, look } = useStatus()
  const foreign = fault === 'foreign'
  return (
    <div className={admin.page}>
      <h1 className={admin.title}>{t`Status`}</h1>
      {foreign && <EmptyState>{t`Only administrators can open this page.`}</EmptyState>}
      {fault === 'away' && (
        <ErrorState onRetry={() => void look()}>
          {at
            ? t`There is no connection. What was seen last:`
            : t`The status cannot be shown without a connection.`}
        </ErrorState>
      )}
      {!seen && !fault && <Skeleton width="32ch" />}
      {seen && !foreign && <All seen={seen} />}
      {at && !foreign && (
        <p className={css.note}>
          {t`As of ${instant(at, { timeStyle: 'medium' })}. It is looked at again every ten seconds.`}{' '}
          <TextLink to="/administration">{t`What was given up`}</TextLink>
        </p>
      )}
    </div>
  )
}

function All({ seen }: { seen: readonly Seen[] }) {
  const { t } = useLingui()
  const all = seen.flatMap(({ status }) => status ?? [])
  const { queues, deliveries } = all.find((status) => status.queues) ?? {}
  const [size] = all.flatMap(({ database }) => database.bytes ?? [])
  const [sessions] = all.flatMap((status) => status.sessions ?? [])
  const backup = lastBackup(seen)
  const unknown = t`not known`
  return (
    <>
      <Summary seen={seen} />
      <section className={admin.section}>
        <FormHeading>{t`Services`}</FormHeading>
        <div className={css.services}>
          {seen.map((each) => (
            <ServiceBlock key={each.name} seen={each} />
          ))}
        </div>
      </section>
      <section className={admin.section}>
        <FormHeading>{t`Data`}</FormHeading>
        <Facts
          facts={[
            [t`Size of the database`, size === undefined ? unknown : bytes(size)],
            [t`Signed-in devices`, sessions === undefined ? unknown : number(sessions)],
            [t`Last backup`, backup ? `${instant(backup)} (${ago(backup)})` : t`none known of`],
          ]}
        />
      </section>
      {queues && <QueueTable queues={queues} />}
      {deliveries && <DeliveryTable deliveries={deliveries} />}
    </>
  )
}

/** The first thing to see: that all is in order, or what is not, in words. */
function Summary({ seen }: { seen: readonly Seen[] }) {
  const { t } = useLingui()
  const troubles = useTroubles()(seen)
  return (
    <div role="status" className={css.summary}>
      {troubles.length === 0 ? <CircleCheck aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
      {troubles.length === 0 && <p>{t`Everything is in order.`}</p>}
      {troubles.length > 0 && (
        <div>
          <p className={css.name}>{t`This needs to be looked at:`}</p>
          <ul className={css.troubles}>
            {troubles.map((trouble) => (
              <li key={trouble}>{trouble}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
