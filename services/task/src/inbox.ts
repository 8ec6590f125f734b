import { keyBetween } from '@doable/domain/ordering'
import type { Platform } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'
import { type Transaction, UniqueConstraintError } from 'sequelize'
import { ListRow, MemberRow } from './list.ts'
import { PersonRow } from './person.ts'

/** What the Inbox is called where nothing translates it. */
export const inboxName = 'Inbox'

/**
 * Sees to it that a person is known and has their Inbox, whose id is the person's own. Several at a time and any number
 * of times it is made once. Answers whether it was made now.
 */
export async function makeInbox(platform: Platform, tx: Transaction, personId: string): Promise<boolean> {
  await makePerson(platform, personId)
  if (await ListRow.findByPk(personId, { attributes: ['id'] })) return false
  const now = platform.clock.now()
  const made = await once(async () => {
    const stamps = {
      createdAt: now,
      updatedAt: now,
      archivedAt: null,
      templateAt: null,
      trashedAt: null,
      version: 1,
    }
    const list = { id: personId, ownerId: personId, name: inboxName, color: 'gray', isInbox: true }
    await ListRow.create({ ...list, ...stamps })
    const position = keyBetween(null, null)
    await MemberRow.create({ listId: personId, personId, role: 'owner', position, createdAt: now })
  })
  if (made) await announceInbox(platform, tx, personId)
  return made
}

/** The same for whoever only reads. */
export const ensureInbox = (platform: Platform, personId: string): Promise<boolean> =>
  inTransaction(platform.db, (tx) => makeInbox(platform, tx, personId))

export async function makePerson(platform: Platform, id: string): Promise<void> {
  if (await PersonRow.findByPk(id, { attributes: ['id'] })) return
  const now = platform.clock.now()
  const unknown = { name: '', email: null, timeZone: 'UTC', weekStart: 1, language: 'en', version: 0 }
  await once(() => PersonRow.create({ id, ...unknown, createdAt: now, updatedAt: now }))
}

/** Of two that make the same thing at once the second finds it made. */
async function once(make: () => Promise<unknown>): Promise<boolean> {
  try {
    await make()
    return true
  } catch (error) {
    if (error instanceof UniqueConstraintError) return false
    throw error
  }
}

async function announceInbox({ events }: Platform, tx: Transaction, id: string): Promise<void> {
  const about = { scopeId: id, subjectId: id, actorId: id, audience: [id] }
  await events.append(tx, {
    type: 'list.changed',
    ...about,
    data: { listId: id, name: inboxName, open: true },
  })
}
