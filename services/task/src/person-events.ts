import type { UserEvents } from '@doable/contracts/user'
import type { DomainEvent } from '@doable/service-kit/event-log'
import type { Platform, Service } from '@doable/service-kit/service'
import type { Transaction } from 'sequelize'
import { raise, scopeOf } from './access.ts'
import { type Act, Touched } from './act.ts'
import { announceList } from './announce.ts'
import { erasePerson } from './erasure.ts'
import { addExamples } from './example.ts'
import { makeInbox, makePerson } from './inbox.ts'
import { MemberRow } from './list.ts'
import { PersonRow } from './person.ts'
import { TaskRow } from './task.ts'

type Consumers = NonNullable<Service['consumes']>
const userIn = ({ data }: DomainEvent) => (data as UserEvents['user.changed']).user

/** What this service does when it hears of people. Each runs once per event. */
export const personEvents: Consumers = {
  'user.registered': async (event, tx, platform) => {
    const user = userIn(event)
    const act = actOf(platform, tx, user.id)
    await know(act, user)
    await makeInbox(platform, tx, user.id)
    const isNew = (await TaskRow.count({ where: { listId: user.id } })) === 0
    if (isNew) await addExamples(act, user.language)
  },
  'user.changed': (event, tx, platform) => {
    const user = userIn(event)
    return know(actOf(platform, tx, user.id), user)
  },
  'user.erased': (event, tx, platform) => erasePerson(platform, tx, event.subjectId),
}

function actOf(platform: Platform, tx: Transaction, personId: string): Act {
  const now = platform.clock.now()
  return { platform, tx, personId, at: now, now, touched: new Touched() }
}

async function know(act: Act, { id, ...user }: UserEvents['user.changed']['user']): Promise<void> {
  await makePerson(act.platform, id)
  const { name, email, timeZone, weekStart, language } = user
  const former = await PersonRow.findByPk(id, { attributes: ['name'], raw: true })
  const known = { name, email, timeZone, weekStart, language, updatedAt: act.now }
  // Lists are locked before people, as by whoever shares one.
  if (former?.name !== name) await tellName(act)
  await PersonRow.update(known, { where: { id } })
}

/** Lists go to devices with the names of those who share them. They are locked in the order of their ids, as everywhere. */
async function tellName(act: Act): Promise<void> {
  const where = { personId: act.personId }
  const places = await MemberRow.findAll({ where, attributes: ['listId'], order: ['listId'], raw: true })
  for (const { listId } of places) {
    await raise(act, listId)
    await announceList(act, await scopeOf(act, 'list', listId))
  }
}
