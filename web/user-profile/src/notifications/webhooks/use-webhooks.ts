import { webhookApi } from '@doable/client/webhook-api'
import type { Webhook } from '@doable/contracts/webhook'
import { useCallback, useEffect, useState } from 'react'

export type Webhooks = {
  /** Undefined until the server has answered. */
  items: readonly Webhook[] | undefined
  failed: boolean
  load(): Promise<void>
}

/** My webhooks as the server has them. */
export function useWebhooks(): Webhooks {
  const [items, setItems] = useState<readonly Webhook[]>()
  const [failed, setFailed] = useState(false)
  const load = useCallback(async () => {
    const answer = await webhookApi.webhooks().catch(() => undefined)
    setFailed(!answer)
    if (answer) setItems(answer.items)
  }, [])
  useEffect(() => void load(), [load])
  return { items, failed, load }
}

const looks = 20
const rest = () => new Promise((done) => setTimeout(done, 1000))

/** Sends a test and answers what it came to; undefined where nothing is known after twenty seconds. Throws `ApiError`. */
export async function sendTest({ id, last }: Webhook): Promise<Webhook['last'] | undefined> {
  await webhookApi.testWebhook({ params: { id } })
  for (let look = 0; look < looks; look++) {
    if (look > 0) await rest()
    const { items } = await webhookApi.webhooks()
    const now = items.find((each) => each.id === id)?.last
    if (now && now.at !== last?.at) return now
  }
  return undefined
}
