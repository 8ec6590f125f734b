import { listApi } from '@doable/contracts/list'
import { mount } from '@doable/service-kit/mount'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyInstance } from 'fastify'
import { write } from './idempotency.ts'
import { changeList, createList, myLists, oneList, restoreList, trashList } from './list-verbs.ts'
import { addMember, countInvitation, membersOf, removeMember } from './member-verbs.ts'
import { changeSection, createSection, restoreSection, sectionsOf, trashSection } from './section-verbs.ts'

export function listRoutes(app: FastifyInstance, platform: Platform): void {
  mount(app, listApi, {
    lists: async ({ person, query }) => ({ items: await myLists(platform, person.id, query.status) }),
    list: ({ person, params }) => oneList(platform, person.id, params.id),
    createList: (call) => write(platform, call, (act) => createList(act, call.body)),
    changeList: (call) => write(platform, call, (act) => changeList(act, call.params.id, call.body)),
    trashList: (call) => write(platform, call, (act) => trashList(act, call.params.id)),
    restoreList: (call) => write(platform, call, (act) => restoreList(act, call.params.id)),
    sections: async ({ person, params }) => ({ items: await sectionsOf(platform, person.id, params.id) }),
    createSection: (call) => write(platform, call, (act) => createSection(act, call.body)),
    changeSection: (call) => write(platform, call, (act) => changeSection(act, call.params.id, call.body)),
    trashSection: (call) => write(platform, call, (act) => trashSection(act, call.params.id)),
    restoreSection: (call) => write(platform, call, (act) => restoreSection(act, call.params.id)),
    members: async ({ person, params }) => ({ items: await membersOf(platform, person.id, params.id) }),
    addMember: async (call) => {
      await countInvitation(platform, call.person.id)
      return write(platform, call, (act) => addMember(act, call.params.id, call.body))
    },
    removeMember: (call) =>
      write(platform, call, (act) => removeMember(act, call.params.id, call.params.personId)),
  })
}
