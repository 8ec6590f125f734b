import { filterApi } from '@doable/contracts/filter'
import { mount } from '@doable/service-kit/mount'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyInstance } from 'fastify'
import { changeFilter, createFilter, myFilters, restoreFilter, trashFilter } from './filter-verbs.ts'
import { write } from './idempotency.ts'

export function filterRoutes(app: FastifyInstance, platform: Platform): void {
  mount(app, filterApi, {
    filters: async ({ person }) => ({ items: await myFilters(platform, person.id) }),
    createFilter: (call) => write(platform, call, (act) => createFilter(act, call.body)),
    changeFilter: (call) => write(platform, call, (act) => changeFilter(act, call.params.id, call.body)),
    trashFilter: (call) => write(platform, call, (act) => trashFilter(act, call.params.id)),
    restoreFilter: (call) => write(platform, call, (act) => restoreFilter(act, call.params.id)),
  })
}
