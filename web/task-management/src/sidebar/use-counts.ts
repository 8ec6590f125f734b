import { counts } from '@doable/client/count-selectors'
import { useLateView } from '@doable/client/late-view'
import { useDay } from '../page/use-time.ts'

export function useInboxCount(): number {
  const now = useDay()
  return useLateView((view) => counts(view, now).inbox, [now])
}

export function useTodayCount(): number {
  const now = useDay()
  return useLateView((view) => counts(view, now).today, [now])
}

export function useListCount(id: string): number {
  const now = useDay()
  return useLateView((view) => counts(view, now).byList.get(id) ?? 0, [now, id])
}

export function useLabelCount(name: string): number {
  const now = useDay()
  return useLateView((view) => counts(view, now).byLabel.get(name.toLowerCase()) ?? 0, [now, name])
}
