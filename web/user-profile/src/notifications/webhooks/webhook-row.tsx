import { webhookApi } from '@doable/client/webhook-api'
import type { Webhook } from '@doable/contracts/webhook'
import { Button } from '@doable/ui/button'
import { Switch } from '@doable/ui/checkbox'
import { ConfirmDialog } from '@doable/ui/confirm-dialog'
import { FormMessage } from '@doable/ui/form-message'
import { ago } from '@doable/ui/format'
import { Menu } from '@doable/ui/menu'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'
import { Ellipsis, KeyRound, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useSaving } from '../../pages/saving.tsx'
import { useFault } from './use-fault.ts'
import { sendTest } from './use-webhooks.ts'
import css from './webhooks.module.css'

type Props = {
  webhook: Webhook
  /** Something about it is another than before. */
  onChanged(): Promise<void>
  onSecret(secret: string): void
}

/** One address: whether it is told, what came of the last try, and what can be done with it. */
export function WebhookRow({ webhook, onChanged, onSecret }: Props) {
  const { t } = useLingui()
  const { id, url, enabled } = webhook
  const saving = useSaving()
  const fault = useFault(saving)
  const test = useTest(webhook, onChanged)
  const params = { id }
  const act = async (work: () => Promise<unknown>) => {
    await saving.save(work)
    await onChanged()
  }
  const renew = () => act(async () => onSecret((await webhookApi.renewSecret({ params })).secret))
  const set = (on: boolean) => act(() => webhookApi.changeWebhook({ params, body: { enabled: on } }))
  return (
    <li className={css.row}>
      <span className={css.about}>
        <span className={css.url} dir="ltr">
          {url}
        </span>
        <span role="status" className={css.note}>
          {enabled && test.said}
        </span>
        {(!enabled || !test.said) && <LastWord webhook={webhook} />}
        <FormMessage kind="error">{fault}</FormMessage>
      </span>
      <span className={css.acts}>
        <Switch checked={enabled} onChange={set}>
          <VisuallyHidden>{t`Tell ${url}`}</VisuallyHidden>
        </Switch>
        {enabled && (
          <Button small busy={test.busy} onClick={test.send} aria-label={t`Test ${url}`}>{t`Test`}</Button>
        )}
        <More url={url} onRenew={renew} onRemove={() => act(() => webhookApi.removeWebhook({ params }))} />
      </span>
    </li>
  )
}

function LastWord({ webhook: { enabled, switchedOff, last } }: { webhook: Webhook }) {
  const { t } = useLingui()
  const when = last ? ago(last.at) : ''
  const reason = last?.reason ?? ''
  if (!enabled && switchedOff === 'gone')
    return <span className={css.failed}>{t`Switched off: the receiver said that it is gone.`}</span>
  if (!enabled && switchedOff === 'failing')
    return <span className={css.failed}>{t`Switched off: nothing reached it for a day. ${reason}`}</span>
  if (!enabled) return <span className={css.note}>{t`Switched off`}</span>
  if (!last) return <span className={css.note}>{t`Nothing was sent to it yet.`}</span>
  return (
    <span className={last.ok ? css.note : css.failed}>
      {last.ok ? t`The last message arrived ${when}.` : t`The last try failed ${when}: ${reason}`}
    </span>
  )
}

/** Sends a test, and says what it came to. */
function useTest(webhook: Webhook, onDone: () => Promise<void>) {
  const { t } = useLingui()
  const saving = useSaving()
  const fault = useFault(saving)
  const [said, setSaid] = useState('')
  const send = async () => {
    setSaid('')
    await saving.save(async () => {
      const came = await sendTest(webhook)
      const reason = came?.reason ?? ''
      if (!came) setSaid(t`The test message is on its way.`)
      else setSaid(came.ok ? t`The test message arrived.` : t`The test message failed: ${reason}`)
    })
    await onDone()
  }
  return { send, said: fault ?? said, busy: saving.state.phase === 'saving' }
}

function More({ url, onRenew, onRemove }: { url: string; onRenew(): void; onRemove(): Promise<void> }) {
  const { t } = useLingui()
  const [asking, setAsking] = useState(false)
  const items = [
    { id: 'secret', label: t`Make another secret`, icon: <KeyRound />, run: onRenew },
    { id: 'remove', label: t`Remove`, icon: <Trash2 />, danger: true, run: () => setAsking(true) },
  ]
  return (
    <>
      <Menu
        small
        label={t`More for ${url}`}
        icon={<Ellipsis />}
        sections={[{ items }]}
        placement="bottom end"
      />
      <ConfirmDialog
        title={t`Remove this webhook?`}
        isOpen={asking}
        onClose={() => setAsking(false)}
        action={t`Remove webhook`}
        onConfirm={() => void onRemove()}
      >
        {t`Nothing more is sent to ${url}. Its secret cannot be brought back.`}
      </ConfirmDialog>
    </>
  )
}
