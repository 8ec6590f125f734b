import { labelApi } from '@doable/contracts/label'
import { mount } from '@doable/service-kit/mount'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyInstance } from 'fastify'
import { write } from './idempotency.ts'
import { changeLabel, createLabel, myLabels, restoreLabel, trashLabel } from './label-verbs.ts'

export function labelRoutes(app: FastifyInstance, platform: Platform): void {
  mount(app, labelApi, {
    labels: async ({ person }) => ({ items: await myLabels(platform, person.id) }),
    createLabel: (call) => write(platform, call, (act) => createLabel(act, call.body)),
    changeLabel: (call) => write(platform, call, (act) => changeLabel(act, call.params.id, call.body)),
    trashLabel: (call) => write(platform, call, (act) => trashLabel(act, call.params.id)),
    restoreLabel: (call) => write(platform, call, (act) => restoreLabel(act, call.params.id)),
  })
}
