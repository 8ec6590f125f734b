import type { QueryInterface } from 'sequelize'
import { demoNotifications } from '../demo/demo-notification.ts'

/** What the demo people have been told in the last days; unless it is there. */
export async function up(q: QueryInterface): Promise<void> {
  const rows = demoNotifications(new Date())
  const there = { where: { id: rows[0]?.id }, attributes: ['id'], plain: true } as Parameters<
    QueryInterface['rawSelect']
  >[1]
  if (await q.rawSelect('Notifications', there, 'id')) return
  await q.bulkInsert('Notifications', rows)
}

export async function down(q: QueryInterface): Promise<void> {
  await q.bulkDelete('Notifications', { id: demoNotifications(new Date()).map(({ id }) => id) })
}
