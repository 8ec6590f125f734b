import { windowNotices } from '@doable/client/window-notices'
import type { Notification as News } from '@doable/contracts/notification'
import { noticeTitle, noticeWords } from './notice-words.ts'
import { whereTo } from './where-to.ts'

/** Shows one notification over the window, where the person wants that; pressed, it brings the page forward and goes there. Several tabs show it once. */
export function showNotice(news: News, go: (to: string) => void): void {
  if (windowNotices() !== 'on') return
  const notice = new Notification(noticeTitle(news), {
    body: noticeWords(news),
    tag: news.id,
    icon: '/icon.svg',
  })
  notice.onclick = () => {
    window.focus()
    go(whereTo(news))
    notice.close()
  }
}
