import { notificationSettingsApi } from '@doable/client/notification-settings-api'
import type {
  ChannelState,
  NotificationSettings,
  NotificationSettingsPatch,
} from '@doable/contracts/notification-settings'
import { useCallback, useEffect, useRef, useState } from 'react'

type Held = { settings: NotificationSettings; channels: ChannelState[] }
export type Settings = {
  /** Undefined until the server has answered. */
  held: Held | undefined
  failed: boolean
  load(): Promise<void>
  /** Shows the change at once and takes it back when it could not be saved, which it throws. */
  change(patch: NotificationSettingsPatch): Promise<void>
}

const over = (settings: NotificationSettings, patch: NotificationSettingsPatch) =>
  ({ ...settings, ...patch, kinds: { ...settings.kinds, ...patch.kinds } }) as NotificationSettings

/** How I am told, as the server holds it with what is on its way there; changes go one after the other. */
export function useSettings(): Settings {
  const [held, setHeld] = useState<Held>()
  const [underway, setUnderway] = useState<readonly NotificationSettingsPatch[]>([])
  const [failed, setFailed] = useState(false)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const load = useCallback(async () => {
    const answer = await notificationSettingsApi.settings().catch(() => undefined)
    setFailed(!answer)
    if (answer) setHeld(answer)
  }, [])
  useEffect(() => void load(), [load])
  const change = useCallback(async (patch: NotificationSettingsPatch) => {
    setUnderway((patches) => [...patches, patch])
    const before = last.current
    const work = before.then(() => notificationSettingsApi.changeSettings({ body: patch })).then(setHeld)
    last.current = work.catch(() => undefined)
    try {
      await work
    } finally {
      setUnderway((patches) => patches.filter((each) => each !== patch))
    }
  }, [])
  return { held: held && { ...held, settings: underway.reduce(over, held.settings) }, failed, load, change }
}
