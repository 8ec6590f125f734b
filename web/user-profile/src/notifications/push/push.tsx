import { type PushHere, pushApi, turnPushOff, turnPushOn } from '@doable/client/push-here'
import type { PushDevice } from '@doable/contracts/push'
import { Button } from '@doable/ui/button'
import { ErrorState } from '@doable/ui/error-state'
import { ago, instant } from '@doable/ui/format'
import { Skeleton } from '@doable/ui/skeleton'
import { useLingui } from '@lingui/react/macro'
import { Failure, type Saving, useSaving } from '../../pages/saving.tsx'
import css from '../notifications.module.css'
import { usePush } from './use-push.ts'
import './words.ts'

/** The browsers that news is pushed to: this one, to be turned on and off, and the others, to be removed. */
export function Push({ onChange }: { onChange(): void }) {
  const { t } = useLingui()
  const { held, failed, load } = usePush()
  const saving = useSaving()
  const change = async (work: () => Promise<unknown>) => {
    await saving.save(work)
    await load()
    onChange()
  }
  if (!held && failed)
    return <ErrorState onRetry={load}>{t`Push cannot be shown without a connection.`}</ErrorState>
  if (!held) return <Skeleton width="32ch" />
  const mine = held.here.state === 'on' ? held.here.device.id : undefined
  const others = held.devices.filter(({ id }) => id !== mine)
  return (
    <>
      <ul>
        <Here here={held.here} saving={saving} change={change} />
        {others.map((device) => (
          <Other key={device.id} device={device} change={change} />
        ))}
      </ul>
      <Failure saving={saving} />
    </>
  )
}

type Change = { change(work: () => Promise<unknown>): Promise<void> }

function useAbout(): Record<PushHere['state'], string> {
  const { t } = useLingui()
  return {
    insecure: t`Push needs an https address. Ask whoever runs this server.`,
    unable: t`This browser cannot take push. On an iPhone or iPad, add Doable to the home screen first.`,
    refused: t`Your browser does not let Doable show news. Allow notifications in its settings for this site.`,
    off: t`Nothing is pushed to this browser. Your browser will ask you when you turn it on.`,
    on: t`News comes to this browser, also while Doable is closed.`,
  }
}

function Here({ here, saving, change }: { here: PushHere; saving: Saving } & Change) {
  const { t } = useLingui()
  const about = useAbout()[here.state]
  const busy = saving.state.phase === 'saving'
  return (
    <li className={css.way}>
      <span className={css.about}>
        <strong>{t`Push to this browser`}</strong>
        <span className={css.note} role="status">
          {about}
        </span>
      </span>
      {here.state === 'off' && (
        <Button small busy={busy} onClick={() => change(turnPushOn)} aria-label={t`Turn on push`}>
          {t`Turn on`}
        </Button>
      )}
      {here.state === 'on' && (
        <Button
          small
          busy={busy}
          onClick={() => change(() => turnPushOff(here.device))}
          aria-label={t`Turn off push`}
        >
          {t`Turn off`}
        </Button>
      )}
    </li>
  )
}

function Other({ device: { id, device, lastSeenAt, createdAt }, change }: { device: PushDevice } & Change) {
  const { t } = useLingui()
  const lastSeen = ago(lastSeenAt)
  const remove = () => change(() => pushApi.removePushDevice({ params: { id } }))
  return (
    <li className={css.way}>
      <span className={css.about}>
        <span>{device}</span>
        <span className={css.note} title={instant(createdAt)}>
          {t`Last used ${lastSeen}`}
        </span>
      </span>
      <Button small onClick={remove} aria-label={t`Remove ${device}`}>{t`Remove`}</Button>
    </li>
  )
}
