import { ago, instant, number } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import css from './status.module.css'
import type { Seen } from './use-status.ts'
import { bytes, milliseconds, useStatusWords } from './use-status-words.ts'

/** A list of what is asked and what is so. */
export const Facts = ({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) => (
  <dl className={css.facts}>
    {facts.map(([term, value]) => (
      <div key={term} className={css.fact}>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** How one service is: the process of it that answered. */
export function ServiceBlock({ seen: { name, status } }: { seen: Seen }) {
  const { t } = useLingui()
  const words = useStatusWords()
  const unknown = t`not known`
  const answers = (ms: number | null) =>
    ms === null ? t`does not answer` : t`answers in ${milliseconds(ms)}`
  const count = (value: number | null | undefined) => (value == null ? unknown : number(value))
  return (
    <section className={css.service} aria-label={words.service(name)}>
      <h3 className={css.name}>{words.service(name)}</h3>
      {!status && <p className={css.away}>{t`Does not answer`}</p>}
      {status && (
        <Facts
          facts={[
            [t`Version`, status.version],
            [
              t`Running since`,
              <time key="since" dateTime={status.startedAt} title={instant(status.startedAt)}>
                {ago(status.startedAt)}
              </time>,
            ],
            [t`Database`, answers(status.database.milliseconds)],
            [t`Redis`, status.redis ? answers(status.redis.milliseconds) : t`not used`],
            [t`Events to be sent`, count(status.outbox?.events)],
            ...(status.redis ? [[t`Events to be handled`, count(status.stream?.events)] as const] : []),
            [t`Open browsers`, number(status.liveClients)],
            [t`Memory`, bytes(status.memoryBytes)],
            [t`Disk left`, status.disk ? bytes(status.disk.freeBytes) : unknown],
            [
              t`Process`,
              <span key="process" dir="ltr" className={css.process}>
                {status.process}
              </span>,
            ],
          ]}
        />
      )}
    </section>
  )
}
