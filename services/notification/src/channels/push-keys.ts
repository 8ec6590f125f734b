import type { Config } from '@doable/service-kit/config'
import { makesKeys } from '@doable/service-kit/key-file'
import { makePushKeysOnce, type PushKeys, readPushKeys } from '@doable/service-kit/push-keys'
import type { Platform } from '@doable/service-kit/service'

const held = new WeakMap<Config, PushKeys>()

/** Reads the keys that this process works with, made before where one machine is all there is. @throws BadSetting */
export async function openPushKeys({ config }: Platform): Promise<void> {
  if (makesKeys(config)) await makePushKeysOnce(config.vapidKeys)
  const keys = await readPushKeys(config.vapidKeys)
  if (keys) held.set(config, keys)
}

export const heldPushKeys = ({ config }: Platform): PushKeys | undefined => held.get(config)
