import { ErrorState } from '@doable/ui/error-state'
import { lazily } from '@doable/ui/lazily'
import { Skeleton } from '@doable/ui/skeleton'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import './words.ts'
import { Channels } from './channels.tsx'
import { DeliveryLog } from './delivery-log.tsx'
import { KindTable } from './kind-table.tsx'
import { Moments } from './moments.tsx'
import { useSettings } from './use-settings.ts'

const Sms = lazily(async () => (await import('./sms/sms.tsx')).Sms)

/** How I am told of what happens to my tasks. Only what this server can send over is spoken of. */
export function Notifications() {
  const { t } = useLingui()
  const { held, failed, load, change } = useSettings()
  const [sent, setSent] = useState(0)
  if (!held && failed)
    return (
      <ErrorState onRetry={load}>
        {t`Your notification settings cannot be shown without a connection.`}
      </ErrorState>
    )
  if (!held) return <Skeleton width="32ch" />
  const configured = held.channels.filter((each) => each.configured)
  const channels = configured.map(({ channel }) => channel)
  return (
    <>
      <KindTable chosen={held.settings.kinds} {...{ channels, change }} />
      <Moments settings={held.settings} change={change} />
      <Channels channels={configured} onSent={() => setSent((before) => before + 1)} />
      {channels.includes('sms') && <Sms version={sent} onChange={load} />}
      <DeliveryLog channels={channels} version={sent} />
    </>
  )
}
