import type { QueueCount } from '@doable/contracts/administration'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { FormHeading } from '../pages/saving.tsx'
import { Acts } from './acts.tsx'
import css from './administration.module.css'
import { useQueueName } from './queue-name.ts'

type Props = { queues: readonly QueueCount[]; onDone(): Promise<void> }

/** How much of each queue waits though it is due, and how much was given up. */
export function Queues({ queues, onDone }: Props) {
  const { t } = useLingui()
  return (
    <section className={css.section}>
      <FormHeading>{t`Queues`}</FormHeading>
      <table className={css.queues}>
        <thead>
          <tr>
            <th scope="col">{t`Queue`}</th>
            <th scope="col">{t`Due now`}</th>
            <th scope="col">{t`Given up`}</th>
          </tr>
        </thead>
        <tbody>
          {queues.map((count) => (
            <Queue key={count.queue} count={count} onDone={onDone} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Queue({ count: { queue, due, dead }, onDone }: { count: QueueCount; onDone(): Promise<void> }) {
  const { t } = useLingui()
  const name = useQueueName()(queue)
  const asks = plural(dead, {
    one: '# job that was given up is forgotten and cannot be tried again.',
    other: '# jobs that were given up are forgotten and cannot be tried again.',
  })
  return (
    <tr>
      <th scope="row">
        {name}
        {dead > 0 && (
          <Acts
            which={{ queue }}
            names={{ again: t`Try all again`, away: t`Discard all` }}
            full={{ again: t`Try all again: ${name}`, away: t`Discard all: ${name}` }}
            title={t`Discard all of ${name}?`}
            asks={asks}
            onDone={onDone}
          />
        )}
      </th>
      <td>{due}</td>
      <td>{dead}</td>
    </tr>
  )
}
