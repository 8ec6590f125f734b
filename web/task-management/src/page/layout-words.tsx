import { useLingui } from '@lingui/react/macro'
import { CalendarDays, Columns3, List, Table2 } from 'lucide-react'
import type { ReactElement } from 'react'
import type { Layout } from './layouts.ts'

/** What the layouts are called, and their signs. */
export function useLayoutWords(): Record<Layout, { name: string; icon: ReactElement }> {
  const { t } = useLingui()
  return {
    list: { name: t`List`, icon: <List /> },
    board: { name: t`Board`, icon: <Columns3 /> },
    calendar: { name: t`Calendar`, icon: <CalendarDays /> },
    table: { name: t`Table`, icon: <Table2 /> },
  }
}
