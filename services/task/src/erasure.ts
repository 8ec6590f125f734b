import type { Platform } from '@doable/service-kit/service'
import { Op, type Transaction } from 'sequelize'
import { raise, scopeOf } from './access.ts'
import { type Act, Touched } from './act.ts'
import { announceMember } from './announce.ts'
import { unassign } from './assignee.ts'
import { FilterRow } from './filter.ts'
import { LabelRow } from './label.ts'
import { ListRow, MemberRow } from './list.ts'
import { OperationRow } from './operation.ts'
import { PersonRow } from './person.ts'
import type { Scope } from './scope.ts'
import { TaskRow } from './task.ts'
import { ViewRow } from './view.ts'

/** Erases a person: their lists with all that is in them, their places in other lists, their labels and filters, how they look at pages. */
export async function erasePerson(platform: Platform, tx: Transaction, personId: string): Promise<void> {
  const now = platform.clock.now()
  const act: Act = { platform, tx, personId, at: now, now, touched: new Touched() }
  const places = await MemberRow.findAll({ where: { personId }, order: [['listId', 'ASC']], raw: true })
  for (const { listId, role } of places) {
    const scope = await scopeOf(act, 'list', listId)
    if (role === 'owner') await eraseList(act, scope)
    else await leave(act, scope)
  }
  await LabelRow.destroy({ where: { ownerId: personId } })
  await FilterRow.destroy({ where: { ownerId: personId } })
  await ViewRow.destroy({ where: { ownerId: personId } })
  await OperationRow.destroy({ where: { personId } })
  await PersonRow.destroy({ where: { id: personId } })
  await forget(platform, personId)
}

/** Erases a list; its other members learn that they are no longer in it. */
export async function eraseList(act: Act, scope: Scope): Promise<void> {
  const { listId, ownerId, audience } = scope
  await raise(act, listId)
  await forget(act.platform, listId)
  for (const personId of audience.filter((id) => id !== ownerId))
    await announceMember(act, 'list.left', { ...scope, audience: [] }, personId)
  // Tasks point at each other and at sections without cascading, so they go first.
  await TaskRow.update({ parentId: null }, { where: { listId, parentId: { [Op.ne]: null } } })
  await TaskRow.destroy({ where: { listId } })
  await ListRow.destroy({ where: { id: listId } })
}

async function leave(act: Act, scope: Scope): Promise<void> {
  const version = await raise(act, scope.listId)
  await MemberRow.destroy({ where: { listId: scope.listId, personId: act.personId } })
  await unassign(act, scope, act.personId, version)
  await announceMember(act, 'list.left', scope, act.personId)
}

/** The history of what is erased goes with it; what is not sent yet goes later (`retention.ts`). */
async function forget({ events }: Platform, scopeId: string): Promise<void> {
  await events.model.destroy({ where: { scopeId, publishedAt: { [Op.ne]: null } } })
}
