import type { Notification, Snooze as SnoozeFor } from '@doable/contracts/notification'
import { ago } from '@doable/ui/format'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'
import css from '../notices.module.css'
import { lateWords, noticeTitle, noticeWords } from './notice-words.ts'
import { Snooze } from './snooze.tsx'
import { whereTo } from './where-to.ts'

type NoticeProps = { notice: Notification; onOpen(): void; onSnooze(span: SnoozeFor['for']): void }

/** One thing a person was told; a link to what it is about. */
export function Notice({ notice, onOpen, onSnooze }: NoticeProps) {
  const { t } = useLingui()
  const late = lateWords(notice)
  return (
    <li className={css.item}>
      <Link
        to={whereTo(notice)}
        onClick={onOpen}
        className={css.notice}
        data-unread={!notice.readAt || undefined}
      >
        {!notice.readAt && <VisuallyHidden>{t`Unread`}: </VisuallyHidden>}
        <span dir="auto">{noticeTitle(notice)}</span>
        <span className={css.detail}>
          {noticeWords(notice)} · <time dateTime={notice.createdAt}>{ago(notice.createdAt)}</time>
          {late && ` · ${late}`}
        </span>
      </Link>
      {notice.kind !== 'test' && notice.kind !== 'webhook-off' && <Snooze onPick={onSnooze} />}
    </li>
  )
}
