import { useNotifications } from '@doable/client/react'
import type { Notification } from '@doable/contracts/notification'
import { taskLink } from '@doable/domain/task-link'
import { Button } from '@doable/ui/button'
import { EmptyState } from '@doable/ui/empty-state'
import { ErrorState } from '@doable/ui/error-state'
import { ago } from '@doable/ui/format'
import { toast } from '@doable/ui/toast'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { useNoticeWords } from './notice-words.ts'
import css from './notices.module.css'

const whereTo = ({ listId, taskId }: Notification) => {
  const open = taskId ? { taskId } : {}
  return listId ? taskLink({ view: 'list', id: listId, ...open }) : taskLink({ view: 'today', ...open })
}

function Notice({ notice, onOpen }: { notice: Notification; onOpen(): void }) {
  const { t } = useLingui()
  const words = useNoticeWords()
  return (
    <li>
      <Link
        to={whereTo(notice)}
        onClick={onOpen}
        className={css.notice}
        data-unread={!notice.readAt || undefined}
      >
        {!notice.readAt && <VisuallyHidden>{t`Unread`}: </VisuallyHidden>}
        <span dir="auto">{notice.title}</span>
        <span className={css.detail}>
          {words(notice)} · <time dateTime={notice.createdAt}>{ago(notice.createdAt)}</time>
        </span>
      </Link>
    </li>
  )
}

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

/** What a person was told, newest first. */
export default function Notices({ onClose }: { onClose(): void }) {
  const { t } = useLingui()
  const { items, unread, loaded, next, load, loadMore, markRead, markAllRead } = useNotifications()
  const { failed, again } = useFresh(load)
  const offline = () => toast(t`Notifications need the server, which cannot be reached.`)
  const open = (notice: Notification) => {
    if (!notice.readAt) markRead(notice.id).catch(offline)
    onClose()
  }
  return (
    <div className={css.notices}>
      <header className={css.head}>
        <h2>{t`Notifications`}</h2>
        {unread > 0 && (
          <Button small kind="quiet" onClick={() => void markAllRead().catch(offline)}>
            {t`Mark all as read`}
          </Button>
        )}
      </header>
      {failed && !loaded && (
        <ErrorState onRetry={again}>{t`Notifications need the server, which cannot be reached.`}</ErrorState>
      )}
      {loaded && items.length === 0 && (
        <EmptyState>{t`Nothing new. What happens to your tasks will be told here.`}</EmptyState>
      )}
      <ul className={css.list} aria-busy={!loaded && !failed}>
        {items.map((notice) => (
          <Notice key={notice.id} notice={notice} onOpen={() => open(notice)} />
        ))}
        {next && (
          <li>
            <Button kind="quiet" onClick={() => void loadMore().catch(offline)}>
              {t`Show older ones`}
            </Button>
          </li>
        )}
      </ul>
    </div>
  )
}
