import { mostWebhooks } from '@doable/contracts/webhook-limits'
import { Button } from '@doable/ui/button'
import { EmptyState } from '@doable/ui/empty-state'
import { ErrorState } from '@doable/ui/error-state'
import { Skeleton } from '@doable/ui/skeleton'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormHeading } from '../../pages/saving.tsx'
import './words.ts'
import { AddForm } from './add-form.tsx'
import { SecretDialog } from './secret-dialog.tsx'
import { useWebhooks } from './use-webhooks.ts'
import { Verify } from './verify.tsx'
import { WebhookRow } from './webhook-row.tsx'
import css from './webhooks.module.css'

/** `onChange`: where I can be reached, or what was sent, is another than before. `onLog` shows what was sent to webhooks. */
export function Webhooks({ onChange, onLog }: { onChange(): void; onLog(): void }) {
  const { t } = useLingui()
  const { items, failed, load } = useWebhooks()
  const [secret, setSecret] = useState<string>()
  const changed = async () => {
    await load()
    onChange()
  }
  const added = (made: string) => {
    setSecret(made)
    void changed()
  }
  return (
    <section className={css.section}>
      <FormHeading>{t`Webhooks`}</FormHeading>
      {failed && !items && (
        <ErrorState onRetry={load}>{t`Your webhooks cannot be shown without a connection.`}</ErrorState>
      )}
      {!items && !failed && <Skeleton width="32ch" />}
      {items?.length === 0 && (
        <EmptyState>{t`A program of yours can be told what you are told: add the address that takes it.`}</EmptyState>
      )}
      {items && items.length > 0 && (
        <ul aria-label={t`Webhooks`}>
          {items.map((webhook) => (
            <WebhookRow key={webhook.id} {...{ webhook }} onChanged={changed} onSecret={setSecret} />
          ))}
        </ul>
      )}
      {items && items.length < mostWebhooks && <AddForm onAdded={added} />}
      {items && items.length > 0 && (
        <Button kind="quiet" small onClick={onLog}>{t`Show what was sent to webhooks`}</Button>
      )}
      {items && <Verify />}
      <SecretDialog secret={secret} onClose={() => setSecret(undefined)} />
    </section>
  )
}
