import { useStore } from '@doable/client/react'
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { NoticeList } from './notice-list.ts'

const Context = createContext<NoticeList | undefined>(undefined)

/** One list of notifications for all bells of the page. */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const store = useStore()
  const [list] = useState(() => new NoticeList())
  useEffect(() => list.open(store), [list, store])
  return <Context value={list}>{children}</Context>
}

export function useNotices() {
  const list = useContext(Context)
  if (!list) throw new Error('useNotices needs a NoticesProvider above it')
  const { load, read, readAll } = list
  return { ...useSyncExternalStore(list.subscribe, list.get), load, read, readAll }
}
