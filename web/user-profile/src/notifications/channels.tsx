import type { Delivery } from '@doable/contracts/delivery'
import type { ChannelState } from '@doable/contracts/notification-settings'
import { Button } from '@doable/ui/button'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Failure, FormHeading, useSaving } from '../pages/saving.tsx'
import { InThisBrowser } from './in-this-browser.tsx'
import { late } from './late.tsx'
import { useChannelNames } from './names.ts'
import css from './notifications.module.css'
import { sendTest } from './test-message.ts'

const Push = late(async () => (await import('./push/push.tsx')).Push)

type Props = {
  channels: ChannelState[]
  onSent(): void
  /** Where a person can be reached is another than before. */
  onChange(): void
}

/** The ways by which this server can reach me, each with a try. */
export function Channels({ channels, onSent, onChange }: Props) {
  const { t } = useLingui()
  return (
    <section className={css.section}>
      <FormHeading>{t`How you are reached`}</FormHeading>
      <ul>
        {channels
          .filter(({ channel }) => channel !== 'webhook')
          .map((state) => (
            <Way key={state.channel} {...{ state, onSent }} />
          ))}
        <InThisBrowser />
      </ul>
      {channels.some(({ channel }) => channel === 'push') && <Push onChange={onChange} />}
    </section>
  )
}

function useOutcome(): (latest: Delivery | undefined) => string {
  const { t } = useLingui()
  return (latest) => {
    if (latest?.state === 'sent') return t`The test message was sent.`
    const reason = latest?.reason
    if (latest?.state === 'failed')
      return reason ? t`The test message failed: ${reason}` : t`The test message failed.`
    return reason ? t`Not sent yet, it will be tried again: ${reason}` : t`The test message is on its way.`
  }
}

function Way({ state: { channel, ready, why }, onSent }: { state: ChannelState; onSent(): void }) {
  const { t } = useLingui()
  const name = useChannelNames()[channel]
  const outcome = useOutcome()
  const saving = useSaving()
  const [said, setSaid] = useState('')
  const send = async () => {
    setSaid('')
    await saving.save(async () => setSaid(outcome(await sendTest(channel))))
    onSent()
  }
  const about =
    channel === 'app' ? t`Behind the bell, on every device where you are signed in.` : t`Reaches you.`
  return (
    <li className={css.way}>
      <span className={css.about}>
        <strong>{name}</strong>
        <span className={css.note}>{ready ? about : (why ?? t`Is not set up for you yet.`)}</span>
        <span role="status" className={css.note}>
          {said}
        </span>
        <Failure saving={saving} />
      </span>
      {ready && (
        <Button small busy={saving.state.phase === 'saving'} onClick={send} aria-label={t`Test ${name}`}>
          {t`Test`}
        </Button>
      )}
    </li>
  )
}
