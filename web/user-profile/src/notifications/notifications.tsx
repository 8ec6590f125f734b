import { ErrorState } from '@doable/ui/error-state'
import { Skeleton } from '@doable/ui/skeleton'
import { useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import './words.ts'
import { Channels } from './channels.tsx'
import { DeliveryLog } from './delivery-log.tsx'
import { KindTable } from './kind-table.tsx'
import { late } from './late.tsx'
import { Moments } from './moments.tsx'
import type { Wanted } from './use-deliveries.ts'
import { useSettings } from './use-settings.ts'

const Sms = late(async () => (await import('./sms/sms.tsx')).Sms)
const Webhooks = late(async () => (await import('./webhooks/webhooks.tsx')).Webhooks)

/** How I am told of what happens to my tasks. Only what this server can send over is spoken of. */
export function Notifications() {
  const { t } = useLingui()
  const { held, failed, load, change } = useSettings()
  const [sent, setSent] = useState(0)
  const [wanted, setWanted] = useState<Wanted>({})
  const log = useRef<HTMLDivElement>(null)
  const again = () => setSent((before) => before + 1)
  if (!held && failed)
    return (
      <ErrorState onRetry={load}>
        {t`Your notification settings cannot be shown without a connection.`}
      </ErrorState>
    )
  if (!held) return <Skeleton width="32ch" />
  const configured = held.channels.filter((each) => each.configured)
  const channels = configured.map(({ channel }) => channel)
  // Every server can send to a webhook; who has none is not asked about them.
  const chosen = configured.filter(({ channel, ready }) => channel !== 'webhook' || ready)
  const showWebhooks = () => {
    setWanted({ channel: 'webhook' })
    // To the start of a short log the window itself would have to move.
    log.current?.scrollIntoView({ block: 'nearest' })
    log.current?.focus({ preventScroll: true })
  }
  return (
    <>
      <KindTable
        chosen={held.settings.kinds}
        channels={chosen.map(({ channel }) => channel)}
        change={change}
      />
      <Moments settings={held.settings} change={change} />
      <Channels channels={configured} onSent={again} onChange={load} />
      {channels.includes('sms') && <Sms version={sent} onChange={load} />}
      {channels.includes('webhook') && (
        <Webhooks
          onLog={showWebhooks}
          onChange={() => {
            again()
            void load()
          }}
        />
      )}
      <div ref={log} tabIndex={-1}>
        <DeliveryLog {...{ channels, wanted }} version={sent} onWant={setWanted} />
      </div>
    </>
  )
}
