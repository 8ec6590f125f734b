import { Op, type QueryInterface, type QueryOptionsWithWhere } from 'sequelize'
import { v7 as uuidv7 } from 'uuid'
import { demoPassword, demoPeople } from '../demo.ts'
import { hashPassword } from '../hashing.ts'

/** Made a while ago, so that nothing in the demo is older than its people. */
const createdAt = new Date('2026-01-05T09:00:00.000Z')

/** The demo people, unless they are there. Their registration is announced, so that the other services know them too. */
export async function up(q: QueryInterface): Promise<void> {
  // Nobody else is the first to have an account here.
  await q.bulkUpdate('Installations', { administered: true }, { id: 1 })
  for (const person of demoPeople) {
    const known = { [Op.or]: [{ id: person.id }, { email: person.email }] }
    const there = { where: known, attributes: ['id'], plain: true } as QueryOptionsWithWhere
    if (await q.rawSelect('Users', there, 'id')) continue
    const profile = { ...person, language: 'en', weekStart: 1, theme: 'system', dailyGoal: 5 }
    const user = { ...profile, pictureAt: null, createdAt: createdAt.toISOString() }
    await q.bulkInsert('Users', [
      {
        ...profile,
        administrator: person === demoPeople[0],
        passwordHash: await hashPassword(demoPassword),
        createdAt,
        updatedAt: createdAt,
      },
    ])
    await q.bulkInsert('UserEvents', [
      {
        id: uuidv7(),
        type: 'user.registered',
        scopeId: person.id,
        subjectId: person.id,
        actorId: person.id,
        audience: JSON.stringify([person.id]),
        data: JSON.stringify({ user }),
        createdAt,
      },
    ])
  }
}

export async function down(q: QueryInterface): Promise<void> {
  const ids = demoPeople.map((person) => person.id)
  await q.bulkDelete('Sessions', { personId: ids })
  await q.bulkDelete('UserEvents', { subjectId: ids })
  await q.bulkDelete('Users', { id: ids })
}
