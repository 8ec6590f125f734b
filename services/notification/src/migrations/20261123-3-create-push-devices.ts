import { DataTypes, type QueryInterface } from 'sequelize'

/** Sequelize writes into what it is given: each column needs an object of its own. */
const text = (length: number) => ({ type: DataTypes.STRING(length), allowNull: false })
const instant = () => ({ type: DataTypes.DATE(3), allowNull: false })

export async function up(q: QueryInterface): Promise<void> {
  await q.createTable('PushDevices', {
    id: { ...text(36), primaryKey: true },
    personId: text(36),
    sessionId: text(36),
    endpointHash: text(64),
    endpoint: text(2000),
    p256dh: text(100),
    auth: text(32),
    device: text(100),
    createdAt: instant(),
    lastSeenAt: instant(),
  })
  await q.addIndex('PushDevices', ['endpointHash'], { name: 'PushDevices_endpoint', unique: true })
  await q.addIndex('PushDevices', ['personId'], { name: 'PushDevices_person' })
}

export const down = (q: QueryInterface): Promise<void> => q.dropTable('PushDevices')
