import type { PushMessage } from '@doable/contracts/push-message'
import { toast } from '@doable/ui/toast'
import { t } from '@lingui/core/macro'
import './words.ts'

export type Said = { open: string } | { pushed: PushMessage }

/** Does what the service worker asks of a page: goes somewhere, or tells what was pushed to whoever looks at it. */
export function fromWorker(said: Said, go: (to: string) => void): void {
  if ('open' in said) go(said.open)
  else toast({ text: said.pushed.title, action: { label: t`Open`, run: () => go(said.pushed.link) } })
}
