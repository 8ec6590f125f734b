import { counts } from '@doable/client/count-selectors'
import { useView } from '@doable/client/react'
import { useDay } from '../page/use-time.ts'

export function useInboxCount(): number {
  const now = useDay()
  return useView((view) => counts(view, now).inbox)
}

export function useTodayCount(): number {
  const now = useDay()
  return useView((view) => counts(view, now).today)
}

export function useListCount(id: string): number {
  const now = useDay()
  return useView((view) => counts(view, now).byList.get(id) ?? 0)
}

export function useLabelCount(name: string): number {
  const now = useDay()
  return useView((view) => counts(view, now).byLabel.get(name.toLowerCase()) ?? 0)
}
