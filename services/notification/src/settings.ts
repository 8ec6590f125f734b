import {
  type NotificationSettingsPatch,
  type NotificationSettings as Public,
  standardSettings,
} from '@doable/contracts/notification-settings'
import { json } from '@doable/service-kit/rows'
import { DataTypes, type InferAttributes, Model, type Sequelize, type Transaction } from 'sequelize'

/** How a person wants to be told, where they have said so. */
export class NotificationSettings extends Model<InferAttributes<NotificationSettings>> {
  declare personId: string
  /** What differs from the standard, as JSON. */
  declare settings: string

  static install(db: Sequelize): void {
    NotificationSettings.init(columns, {
      sequelize: db,
      tableName: 'NotificationSettings',
      modelName: 'NotificationSettings',
      timestamps: false,
    })
  }
}

const columns = {
  personId: { type: DataTypes.STRING(36), primaryKey: true, allowNull: false },
  settings: { type: DataTypes.TEXT, allowNull: false },
}

const whole = (changes: NotificationSettingsPatch): Public => ({
  ...standardSettings,
  ...defined(changes),
  kinds: { ...standardSettings.kinds, ...defined(changes.kinds ?? {}) },
})
/** Without what is undefined, which would hide the standard. */
const defined = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never

/** What holds for a person now. */
export async function settingsOf(personId: string, transaction?: Transaction): Promise<Public> {
  const row = await NotificationSettings.findByPk(personId, { ...(transaction && { transaction }) })
  return row ? whole(json(row.settings) as NotificationSettingsPatch) : standardSettings
}

/** Changes some of them, of the kinds only those that are named. Answers what holds now. */
export async function changeSettings(
  personId: string,
  patch: NotificationSettingsPatch,
  transaction: Transaction,
): Promise<Public> {
  const row = await NotificationSettings.findByPk(personId, { transaction })
  const before = row ? (json(row.settings) as NotificationSettingsPatch) : {}
  const after = { ...before, ...patch, kinds: { ...before.kinds, ...patch.kinds } }
  const settings = JSON.stringify(after)
  if (row) await row.update({ settings }, { transaction })
  else await NotificationSettings.create({ personId, settings }, { transaction })
  return whole(after)
}
