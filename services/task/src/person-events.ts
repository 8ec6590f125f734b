import type { UserEvents } from '@doable/contracts/user'
import type { DomainEvent } from '@doable/service-kit/event-log'
import type { Service } from '@doable/service-kit/service'
import { type Act, Touched } from './act.ts'
import { erasePerson } from './erasure.ts'
import { addExamples } from './example.ts'
import { makeInbox, makePerson } from './inbox.ts'
import { PersonRow } from './person.ts'
import { TaskRow } from './task.ts'

type Consumers = NonNullable<Service['consumes']>
const userIn = ({ data }: DomainEvent) => (data as UserEvents['user.changed']).user

/** What this service does when it hears of people. Each runs once per event. */
export const personEvents: Consumers = {
  'user.registered': async (event, tx, platform) => {
    const user = userIn(event)
    await makeInbox(platform, tx, user.id)
    await know(user, platform.clock.now())
    const now = platform.clock.now()
    const act: Act = { platform, tx, personId: user.id, at: now, now, touched: new Touched() }
    const isNew = (await TaskRow.count({ where: { listId: user.id } })) === 0
    if (isNew) await addExamples(act, user.language)
  },
  'user.changed': async (event, _tx, platform) => {
    const user = userIn(event)
    await makePerson(platform, user.id)
    await know(user, platform.clock.now())
  },
  'user.erased': (event, tx, platform) => erasePerson(platform, tx, event.subjectId),
}

async function know({ id, ...user }: UserEvents['user.changed']['user'], updatedAt: Date): Promise<void> {
  const { name, email, timeZone, weekStart } = user
  await PersonRow.update({ name, email, timeZone, weekStart, updatedAt }, { where: { id } })
}
