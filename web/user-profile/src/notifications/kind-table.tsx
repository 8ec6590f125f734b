import type { Kind } from '@doable/contracts/notification-kind'
import type { Channel, NotificationSettings } from '@doable/contracts/notification-settings'
import { Switch } from '@doable/ui/checkbox'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'
import { Failure, FormHeading, useSaving } from '../pages/saving.tsx'
import { useChannelNames, useKindNames } from './names.ts'
import css from './notifications.module.css'
import type { Settings } from './use-settings.ts'

type Chosen = NotificationSettings['kinds']
type Props = { chosen: Chosen; channels: Channel[]; change: Settings['change'] }

/** Which news comes over which channel: a switch for each. */
export function KindTable({ chosen, channels, change }: Props) {
  const { t } = useLingui()
  const saving = useSaving()
  const kinds = Object.keys(useKindNames()) as Kind[]
  const toggle = (kind: Kind, channel: Channel, on: boolean) => {
    const others = chosen[kind].filter((each) => each !== channel)
    return saving.save(() => change({ kinds: { [kind]: on ? [...others, channel] : others } }))
  }
  return (
    <section className={css.section}>
      <FormHeading saving={saving}>{t`What you are told`}</FormHeading>
      <Failure saving={saving} />
      <div className={css.wide}>
        <table className={css.table}>
          <caption>
            <VisuallyHidden>{t`Which news comes over which channel`}</VisuallyHidden>
          </caption>
          <Head channels={channels} />
          <tbody>
            {kinds
              .filter((kind) => kind !== 'test' && kind !== 'webhook-off')
              .map((kind) => (
                <Row key={kind} {...{ kind, channels, chosen, toggle }} />
              ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Head({ channels }: { channels: Channel[] }) {
  const { t } = useLingui()
  const names = useChannelNames()
  return (
    <thead>
      <tr>
        <th scope="col">{t`News`}</th>
        {channels.map((channel) => (
          <th key={channel} scope="col">
            {names[channel]}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Row(props: {
  kind: Kind
  channels: Channel[]
  chosen: Chosen
  toggle(kind: Kind, channel: Channel, on: boolean): void
}) {
  const { kind, channels, chosen, toggle } = props
  const kindName = useKindNames()[kind]
  const names = useChannelNames()
  return (
    <tr>
      <th scope="row">{kindName}</th>
      {channels.map((channel) => (
        <td key={channel}>
          <Switch checked={chosen[kind].includes(channel)} onChange={(on) => toggle(kind, channel, on)}>
            <VisuallyHidden>
              {kindName}, {names[channel]}
            </VisuallyHidden>
          </Switch>
        </td>
      ))}
    </tr>
  )
}
