import type { Asking } from '@doable/client/filter-selectors'
import { useStore } from '@doable/client/react'
import { currentReader } from '@doable/ui/format'
import { useDay } from '../page/use-time.ts'
import { useWeekStart } from '../page/use-week-start.ts'

/** Who asks with a query, and when: the person, today. */
export const useAsking = (): Asking => ({
  me: useStore().personId,
  now: useDay(),
  weekStart: useWeekStart(),
  language: currentReader().language,
})
