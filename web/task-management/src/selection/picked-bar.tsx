import { lazily } from '@doable/ui/lazily'
import { useSyncExternalStore } from 'react'
import { useScope } from '../page/scope.ts'

const BulkBar = lazily(async () => (await import('./bulk-bar.tsx')).BulkBar)

/** Stands at the foot of the page while there are picked tasks; fetched when the first one is picked. */
export function PickedBar() {
  const { selection } = useScope()
  const any = useSyncExternalStore(selection.subscribe, () => selection.chosen.size > 0)
  return any && <BulkBar />
}
