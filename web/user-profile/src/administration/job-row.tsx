import type { DeadJob } from '@doable/contracts/administration'
import { instant } from '@doable/ui/format'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Acts } from './acts.tsx'
import css from './administration.module.css'
import { useQueueName } from './queue-name.ts'

/** One job that was given up: what kind, why, whose and when. */
export function JobRow({ job, onDone }: { job: DeadJob; onDone(): Promise<void> }) {
  const { t } = useLingui()
  const { id, queue, attempts, failure, ownerId, createdAt, runAt } = job
  const name = useQueueName()(queue)
  const when = instant(runAt)
  const tries = plural(attempts, { one: 'Given up after # try', other: 'Given up after # tries' })
  return (
    <li className={css.job}>
      <div className={css.about}>
        <span className={css.name}>{name}</span>
        <span>
          {tries}
          {'. '}
          {failure ? t`The last one failed with:` : t`Why the last one failed is not known.`}
        </span>
        {failure && (
          <span className={css.reason} dir="auto">
            {failure}
          </span>
        )}
        <span className={css.note}>
          <time dateTime={runAt}>{t`Last due ${when}`}</time>
          {ownerId && ` · ${t`Person ${ownerId}`}`}
        </span>
      </div>
      <Acts
        which={{ id }}
        names={{ again: t`Try again`, away: t`Discard` }}
        full={{
          again: t`Try again: ${name}, made ${instant(createdAt)}`,
          away: t`Discard: ${name}, made ${instant(createdAt)}`,
        }}
        title={t`Discard this job?`}
        asks={t`It is forgotten and cannot be tried again.`}
        onDone={onDone}
      />
    </li>
  )
}
