import { windowNotices } from '@doable/client/window-notices'
import type { Notification as News } from '@doable/contracts/notification'
import type { PushMessage } from '@doable/contracts/push-message'
import { noticeTitle, noticeWords } from './notice-words.ts'
import { whereTo } from './where-to.ts'

/** Shows one notification over the window, where the person wants that; pressed, it brings the page forward and goes there. Several tabs show it once. */
export async function showNotice(news: News, go: (to: string) => void): Promise<void> {
  if (windowNotices() !== 'on') return
  const worker = await navigator.serviceWorker?.getRegistration()
  if (await worker?.pushManager?.getSubscription()) return worker && throughWorker(worker, news)
  const notice = new Notification(noticeTitle(news), {
    body: noticeWords(news),
    tag: news.id,
  })
  notice.onclick = () => {
    window.focus()
    go(whereTo(news))
    notice.close()
  }
}

/** The same may be pushed here as well. Of the worker's own notifications two with one tag are one; a page's are apart from them. */
async function throughWorker(worker: ServiceWorkerRegistration, news: News): Promise<void> {
  const tag = news.id
  if ((await worker.getNotifications({ tag })).length > 0) return
  const [title, body] = [noticeTitle(news), noticeWords(news)]
  const about = { id: news.id, kind: news.kind, title, body, link: whereTo(news) }
  const language = document.documentElement.lang
  const data: PushMessage = { ...about, language, actions: [], failed: '' }
  await worker.showNotification(title, { body, tag, data })
}
