import type { Snooze as SnoozeFor } from '@doable/contracts/notification'
import { Menu } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { AlarmClock } from 'lucide-react'

type Span = SnoozeFor['for']

/** Offers to be told again later. */
export function Snooze({ onPick }: { onPick(span: Span): void }) {
  const { t } = useLingui()
  const spans: [Span, string][] = [
    ['10min', t`In 10 minutes`],
    ['1h', t`In an hour`],
    ['tomorrow', t`Tomorrow`],
  ]
  const items = spans.map(([id, label]) => ({ id, label, run: () => onPick(id) }))
  return (
    <Menu
      small
      label={t`Remind me again`}
      icon={<AlarmClock />}
      sections={[{ items }]}
      placement="bottom end"
    />
  )
}
