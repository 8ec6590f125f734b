import { useEffect } from 'react'

let page = ''
let unread = 0
const write = () => {
  document.title = (unread > 0 ? `(${unread}) ` : '') + (page ? `${page} · Doable` : 'Doable')
}

/** Names the page in the tab: "Today · Doable". One page at a time calls it. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    page = title
    write()
    return () => {
      page = ''
      write()
    }
  }, [title])
}

/** Puts in front of it how many notifications are unread: "(3) Today · Doable". */
export function titleUnread(count: number): void {
  unread = count
  write()
}
