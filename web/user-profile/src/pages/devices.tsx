import { userApi } from '@doable/client/api'
import type { Session } from '@doable/contracts/user'
import { Button } from '@doable/ui/button'
import { ErrorState } from '@doable/ui/error-state'
import { ago, instant } from '@doable/ui/format'
import { Skeleton } from '@doable/ui/skeleton'
import { toast } from '@doable/ui/toast'
import { useLingui } from '@lingui/react/macro'
import { MonitorSmartphone } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import css from './profile.module.css'
import { Failure, FormHeading, type Saving, useSaving } from './saving.tsx'

/** Where this person is signed in; each device can be signed out. */
export function Devices() {
  const { t } = useLingui()
  const { sessions, failed, load } = useSessions()
  const saving = useSaving()
  const others = sessions?.filter((session) => !session.current).length ?? 0
  const endOthers = async () => {
    if (await saving.save(() => userApi.endSessions({ query: { keep: 'current' } })))
      toast(t`Every other device was signed out.`)
    await load()
  }
  return (
    <section className={css.form}>
      <FormHeading>{t`Signed-in devices`}</FormHeading>
      {failed && !sessions && (
        <ErrorState onRetry={load}>{t`Your devices cannot be shown without a connection.`}</ErrorState>
      )}
      {!sessions && !failed && <Skeleton width="32ch" />}
      {sessions && (
        <ul className={css.devices}>
          {sessions.map((session) => (
            <Device key={session.id} session={session} saving={saving} onEnded={load} />
          ))}
        </ul>
      )}
      <Failure saving={saving} />
      {others > 0 && <Button onClick={endOthers}>{t`Sign out every other device`}</Button>}
    </section>
  )
}

function useSessions() {
  const [sessions, setSessions] = useState<Session[]>()
  const [failed, setFailed] = useState(false)
  const load = useCallback(async () => {
    const answer = await userApi.sessions().catch(() => undefined)
    setFailed(!answer)
    if (answer) setSessions(answer.items)
  }, [])
  useEffect(() => void load(), [load])
  return { sessions, failed, load }
}

function Device(props: { session: Session; saving: Saving; onEnded: () => Promise<void> }) {
  const { t } = useLingui()
  const { session, saving, onEnded } = props
  const end = async () => {
    await saving.save(() => userApi.endSession({ params: { id: session.id } }))
    await onEnded()
  }
  const lastSeen = ago(session.lastSeenAt)
  return (
    <li className={css.device}>
      <MonitorSmartphone aria-hidden />
      <span className={css.about}>
        <span>{session.device}</span>
        <br />
        <span className={css.note} title={instant(session.createdAt)}>
          {session.current ? t`This device` : t`Last used ${lastSeen}`}
          {session.address && ` · ${session.address}`}
        </span>
      </span>
      {!session.current && (
        <Button small onClick={end} aria-label={t`Sign out ${session.device}`}>
          {t`Sign out`}
        </Button>
      )}
    </li>
  )
}
