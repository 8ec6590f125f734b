import { type Channel, Undeliverable } from './channel.ts'
import type { Notification } from './notification.ts'
import { settingsOf } from './settings.ts'

/** Nothing was tried: the person does not want it any more. */
export class Unwanted extends Undeliverable {}

/** It may have waited for hours: whoever has switched it off meanwhile does not get it. @throws Unwanted */
export async function refuseUnwanted(name: Channel['name'], { kind, personId }: Notification): Promise<void> {
  if (kind === 'test') return
  const { kinds } = await settingsOf(personId)
  if (!kinds[kind].includes(name)) throw new Unwanted('Switched off before it was sent.')
}
