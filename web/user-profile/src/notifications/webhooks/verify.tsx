import { useLingui } from '@lingui/react/macro'
import css from './webhooks.module.css'

/** What docs/webhooks.md says at length. */
const sample = `const { 'webhook-id': id, 'webhook-timestamp': sent, 'webhook-signature': signatures } = headers
const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
const right = createHmac('sha256', key).update(\`\${id}.\${sent}.\${body}\`).digest('base64')
const genuine = signatures.split(' ').includes(\`v1,\${right}\`)`

/** How a receiver knows that it was Doable who sent something. */
export function Verify() {
  const { t } = useLingui()
  return (
    <details className={css.verify}>
      <summary>{t`How to know that a message is genuine`}</summary>
      <p>
        {t`Anybody can send to your address. Each message is signed as Standard Webhooks describes, for which most languages have a library. In TypeScript, with the body as it came:`}
      </p>
      <pre className={css.code} dir="ltr">
        <code>{sample}</code>
      </pre>
      <p>
        {t`Refuse what was sent more than five minutes ago, and pass over an id that you know: each try of a message has the same.`}
      </p>
    </details>
  )
}
