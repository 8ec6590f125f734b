import { createHash } from 'node:crypto'
import type { PushDevice as Public } from '@doable/contracts/push'
import { DataTypes, type InferAttributes, Model, type Sequelize } from 'sequelize'

/** A browser that a person's news is pushed to. */
export class PushDevice extends Model<InferAttributes<PushDevice>> {
  declare id: string
  declare personId: string
  /** Signed out there, nothing is pushed there any more. */
  declare sessionId: string
  /** Of the endpoint, which is too long for an index: one browser is one device. */
  declare endpointHash: string
  declare endpoint: string
  declare p256dh: string
  declare auth: string
  /** `Firefox on Linux` */
  declare device: string
  declare createdAt: Date
  declare lastSeenAt: Date

  static install(db: Sequelize): void {
    PushDevice.init(columns, { sequelize: db, tableName: 'PushDevices', timestamps: false, indexes })
  }
}

const text = (length: number) => ({ type: DataTypes.STRING(length), allowNull: false })
const instant = () => ({ type: DataTypes.DATE(3), allowNull: false })
const columns = {
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
}
const indexes = [
  { name: 'PushDevices_endpoint', fields: ['endpointHash'], unique: true },
  { name: 'PushDevices_person', fields: ['personId'] },
]

export const hashOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('hex')

/** As its person may see it; whoever knows the endpoint can write to it, so it stays here. */
export const publicDevice = ({ id, device, createdAt, lastSeenAt }: PushDevice): Public => ({
  id,
  device,
  createdAt: createdAt.toISOString(),
  lastSeenAt: lastSeenAt.toISOString(),
})
