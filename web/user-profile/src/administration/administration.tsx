import { Button } from '@doable/ui/button'
import { EmptyState } from '@doable/ui/empty-state'
import { ErrorState } from '@doable/ui/error-state'
import { usePageTitle } from '@doable/ui/page-title'
import { Skeleton } from '@doable/ui/skeleton'
import { TextLink } from '@doable/ui/text-link'
import { useLingui } from '@lingui/react/macro'
import { FormHeading } from '../pages/saving.tsx'
import '../pages/words.ts'
import './words.ts'
import css from './administration.module.css'
import { JobRow } from './job-row.tsx'
import { Queues } from './queues.tsx'
import { useDeadJobs } from './use-dead-jobs.ts'

/** For administrators: what was given up after its last try, and how much waits. */
export default function Administration() {
  const { t } = useLingui()
  usePageTitle(t`Administration`)
  const { page, fault, again, more } = useDeadJobs()
  const faults = {
    away: t`What was given up cannot be shown without a connection.`,
    broken: t`What was given up cannot be shown now.`,
    foreign: t`Only administrators can open this page.`,
  }
  return (
    <div className={css.page}>
      <h1 className={css.title}>{t`Administration`}</h1>
      {fault !== 'foreign' && (
        <p>
          <TextLink to="/status">{t`Status of all services`}</TextLink>
        </p>
      )}
      {fault === 'foreign' && <EmptyState>{faults.foreign}</EmptyState>}
      {fault && fault !== 'foreign' && <ErrorState onRetry={again}>{faults[fault]}</ErrorState>}
      {!page && !fault && <Skeleton width="32ch" />}
      {page && fault !== 'foreign' && (
        <>
          <Queues queues={page.queues} onDone={again} />
          <section className={css.section}>
            <FormHeading>{t`Jobs that were given up`}</FormHeading>
            {page.items.length === 0 && <EmptyState>{t`Nothing was given up.`}</EmptyState>}
            {page.items.length > 0 && (
              <ul aria-label={t`Jobs that were given up`} className={css.jobs}>
                {page.items.map((job) => (
                  <JobRow key={job.id} job={job} onDone={again} />
                ))}
              </ul>
            )}
            {page.next && (
              <Button kind="quiet" onClick={() => void more()}>
                {t`Show newer ones`}
              </Button>
            )}
          </section>
        </>
      )}
    </div>
  )
}
