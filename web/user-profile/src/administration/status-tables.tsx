import type { ChannelStatus, QueueStatus } from '@doable/contracts/status'
import { number } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import { FormHeading } from '../pages/saving.tsx'
import admin from './administration.module.css'
import { useQueueName } from './queue-name.ts'
import { useStatusWords } from './use-status-words.ts'

type Props = { title: string; first: string; columns: string[]; rows: { name: string; counts: number[] }[] }

/** Names and counts. */
const Counts = ({ title, first, columns, rows }: Props) => (
  <section className={admin.section}>
    <FormHeading>{title}</FormHeading>
    <table className={admin.queues} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, counts }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {counts.map((count, at) => (
              <td key={columns[at]}>{number(count)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

export function QueueTable({ queues }: { queues: readonly QueueStatus[] }) {
  const { t } = useLingui()
  const queueName = useQueueName()
  const rows = queues.map(({ queue, waiting, due, dead }) => ({
    name: queueName(queue),
    counts: [waiting, due, dead],
  }))
  const columns = [t`Waiting`, t`Due now`, t`Given up`]
  return <Counts title={t`Queues`} first={t`Queue`} columns={columns} rows={rows} />
}

export function DeliveryTable({ deliveries }: { deliveries: readonly ChannelStatus[] }) {
  const { t } = useLingui()
  const { channel: nameOf } = useStatusWords()
  const rows = deliveries.map(({ channel, sent, waiting, failed }) => ({
    name: nameOf(channel),
    counts: [sent, waiting, failed],
  }))
  const columns = [t`Sent`, t`On its way`, t`Failed`]
  return <Counts title={t`Deliveries of the last day`} first={t`Channel`} columns={columns} rows={rows} />
}
