import type { Notification } from '@doable/contracts/notification'
import { taskLink } from '@doable/domain/task-link'
import { Button } from '@doable/ui/button'
import { EmptyState } from '@doable/ui/empty-state'
import { ErrorState } from '@doable/ui/error-state'
import { ago } from '@doable/ui/format'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { useNoticeWords } from './notice-words.ts'
import css from './notices.module.css'
import { useNotices } from './use-notices.tsx'

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

/** What a person was told, newest first. */
export default function Notices({ onClose }: { onClose(): void }) {
  const { t } = useLingui()
  const { items, unread, failed, load, read, readAll } = useNotices()
  useEffect(() => void load(), [load])
  const open = (notice: Notification) => {
    if (!notice.readAt) void read(notice.id)
    onClose()
  }
  return (
    <div className={css.notices}>
      <header className={css.head}>
        <h2>{t`Notifications`}</h2>
        {unread > 0 && (
          <Button small kind="quiet" onClick={() => void readAll()}>
            {t`Mark all as read`}
          </Button>
        )}
      </header>
      {failed && !items ? (
        <ErrorState
          onRetry={() => void load()}
        >{t`Notifications need the server, which cannot be reached.`}</ErrorState>
      ) : items?.length === 0 ? (
        <EmptyState>{t`Nothing new. What happens to your tasks will be told here.`}</EmptyState>
      ) : (
        <ul className={css.list} aria-busy={!items}>
          {items?.map((notice) => (
            <Notice key={notice.id} notice={notice} onOpen={() => open(notice)} />
          ))}
        </ul>
      )}
    </div>
  )
}
