import { useNotifications, useToday } from '@doable/client/react'
import { useMe } from '@doable/client/use-me'
import type { Notification, Snooze } from '@doable/contracts/notification'
import { Button } from '@doable/ui/button'
import { EmptyState } from '@doable/ui/empty-state'
import { ErrorState } from '@doable/ui/error-state'
import { day, instant, nearDay } from '@doable/ui/format'
import { ButtonLink } from '@doable/ui/text-link'
import { toast } from '@doable/ui/toast'
import { hint } from '@doable/ui/tooltip'
import { useLingui } from '@lingui/react/macro'
import { Settings } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import css from '../notices.module.css'
import { byDay } from './by-day.ts'
import { Notice } from './notice.tsx'
import './words.ts'

/** Asks the server for the newest; says whether it could not be reached. */
function useFresh(load: () => Promise<void>) {
  const [failed, setFailed] = useState(false)
  const again = () => {
    setFailed(false)
    load().catch(() => setFailed(true))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once each time the list is opened
  useEffect(again, [])
  return { failed, again }
}

function Head({ unread, onRead, onClose }: { unread: number; onRead(): void; onClose(): void }) {
  const { t } = useLingui()
  const settings = t`Notification settings`
  return (
    <header className={css.head}>
      <h2>{t`Notifications`}</h2>
      {unread > 0 && (
        <Button small kind="quiet" onClick={onRead}>
          {t`Mark all as read`}
        </Button>
      )}
      <ButtonLink
        to="/profile/notifications"
        kind="quiet"
        onClick={onClose}
        aria-label={settings}
        icon={<Settings />}
        {...hint(settings)}
      />
    </header>
  )
}

type DaysProps = {
  items: readonly Notification[]
  onOpen(notice: Notification): void
  onSnooze(notice: Notification, span: Snooze['for']): void
}
function Days({ items, onOpen, onSnooze }: DaysProps) {
  const { timeZone } = useMe()
  const today = useToday(timeZone).day
  const id = useId()
  return byDay(items, timeZone).map((each) => (
    <section key={each.day} aria-labelledby={`${id}${each.day}`}>
      <h3 id={`${id}${each.day}`} className={css.day}>
        {nearDay(each.day, today) ?? day(each.day)}
      </h3>
      <ul>
        {each.notices.map((notice) => (
          <Notice
            key={notice.id}
            notice={notice}
            onOpen={() => onOpen(notice)}
            onSnooze={(span) => onSnooze(notice, span)}
          />
        ))}
      </ul>
    </section>
  ))
}

/** What a person was told, newest first, by day. */
export default function Notices({ onClose }: { onClose(): void }) {
  const { t } = useLingui()
  const { items, unread, loaded, next, load, loadMore, markRead, markAllRead, snooze } = useNotifications()
  const { failed, again } = useFresh(load)
  const offline = () => toast(t`Notifications need the server, which cannot be reached.`)
  const open = (notice: Notification) => {
    if (!notice.readAt) markRead(notice.id).catch(offline)
    onClose()
  }
  const putOff = ({ id }: Notification, span: Snooze['for']) =>
    snooze(id, span)
      .then((until) => toast(t`You will be told again: ${instant(until)}`))
      .catch(offline)
  return (
    <div className={css.notices}>
      <Head {...{ unread, onClose }} onRead={() => void markAllRead().catch(offline)} />
      {failed && !loaded && (
        <ErrorState onRetry={again}>{t`Notifications need the server, which cannot be reached.`}</ErrorState>
      )}
      {loaded && items.length === 0 && (
        <EmptyState>{t`Nothing new. What happens to your tasks will be told here.`}</EmptyState>
      )}
      <div className={css.list} aria-busy={!loaded && !failed}>
        <Days items={items} onOpen={open} onSnooze={putOff} />
        {next && (
          <Button kind="quiet" onClick={() => void loadMore().catch(offline)}>
            {t`Show older ones`}
          </Button>
        )}
      </div>
    </div>
  )
}
