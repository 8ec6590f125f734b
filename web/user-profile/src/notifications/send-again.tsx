import { deliveryApi } from '@doable/client/notification-settings-api'
import type { Delivery } from '@doable/contracts/delivery'
import { Button } from '@doable/ui/button'
import { useLingui } from '@lingui/react/macro'
import { Failure, useSaving } from '../pages/saving.tsx'
import css from './notifications.module.css'

const looks = 20
const rest = () => new Promise((done) => setTimeout(done, 1000))

/** Sends it once more and waits until something came of that, for twenty seconds at most. Throws `ApiError`. */
async function replay(id: string): Promise<void> {
  await deliveryApi.replay({ params: { id } })
  for (let look = 0; look < looks; look++) {
    const { items } = await deliveryApi.deliveries({ query: { channel: 'webhook', limit: 200 } })
    const now = items.find((each) => each.id === id)
    if (now && (now.state !== 'waiting' || now.attempts > 0)) return
    await rest()
  }
}

type Props = { delivery: Delivery; title: string; onSent(): void }

/** A webhook can be sent the same message once more. */
export function SendAgain({ delivery: { id }, title, onSent }: Props) {
  const { t } = useLingui()
  const saving = useSaving()
  const send = async () => {
    await saving.save(() => replay(id))
    onSent()
  }
  return (
    <span className={css.again}>
      <Button
        small
        kind="quiet"
        busy={saving.state.phase === 'saving'}
        onClick={send}
        aria-label={t`Send again: ${title}`}
      >{t`Send again`}</Button>
      <Failure saving={saving} />
    </span>
  )
}
