import { pushApi } from '@doable/contracts/push'
import { deviceOf } from '@doable/service-kit/device'
import { mount } from '@doable/service-kit/mount'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyInstance } from 'fastify'
import { push } from './channels/push.ts'
import { heldPushKeys, openPushKeys } from './channels/push-keys.ts'
import { publicDevice } from './push-device.ts'
import { addDevice, devicesOf, removeDevice, seeDevice } from './push-devices.ts'
import { refuseUseless } from './push-subscription.ts'

/** The browsers that a person's news is pushed to. */
export async function pushRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  await openPushKeys(platform)
  const keys = () => {
    const held = heldPushKeys(platform)
    if (held) return held
    throw problem(409, 'channel-not-configured', push.missing(platform) ?? undefined)
  }
  mount(app, pushApi, {
    pushKey: () => ({ publicKey: keys().publicKey }),
    pushDevices: async ({ person }) => ({ items: (await devicesOf(person.id)).map(publicDevice) }),
    async addPushDevice({ person, body, request }) {
      keys()
      await refuseUseless(platform, body)
      return publicDevice(await addDevice(platform, { person, news: body, name: deviceOf(request).name }))
    },
    seePushDevice: async ({ person, body }) => publicDevice(await seeDevice(platform, person, body.endpoint)),
    removePushDevice: ({ person, params }) => removeDevice(person.id, params.id),
  })
}
