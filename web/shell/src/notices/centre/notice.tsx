import type { Notification } from '@doable/contracts/notification'
import { ago } from '@doable/ui/format'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'
import css from '../notices.module.css'
import { lateWords, noticeTitle, noticeWords } from './notice-words.ts'
import { whereTo } from './where-to.ts'

/** One thing a person was told; a link to what it is about. */
export function Notice({ notice, onOpen }: { notice: Notification; onOpen(): void }) {
  const { t } = useLingui()
  const late = lateWords(notice)
  return (
    <li>
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
    </li>
  )
}
