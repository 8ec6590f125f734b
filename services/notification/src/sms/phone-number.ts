import type { SmsState } from '@doable/contracts/sms'
import { DataTypes, type InferAttributes, Model, type Sequelize } from 'sequelize'

/** How a person is reached by SMS. Several people may have the same number, each having proved that they read it. */
export class PhoneNumber extends Model<InferAttributes<PhoneNumber>> {
  declare personId: string
  /** E.164; null once it was removed, while what was sent today still counts. */
  declare number: string | null
  declare verifiedAt: Date | null
  /** Why nothing is sent any more. */
  declare stopped: SmsState['stopped']
  /** Of the code that waits to be entered. */
  declare codeHash: string | null
  declare codeUntil: Date | null
  declare codeTries: number
  /** The latest day of the person's on which something was sent, and how often. */
  declare sentOn: string | null
  declare sentCount: number

  static install(db: Sequelize): void {
    PhoneNumber.init(columns(), { sequelize: db, tableName: 'PhoneNumbers', timestamps: false })
  }
}

const perhaps = (length: number) => ({ type: DataTypes.STRING(length), defaultValue: null })
const perhapsInstant = () => ({ type: DataTypes.DATE(3), defaultValue: null })
const count = () => ({ type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 })
const columns = () => ({
  personId: { type: DataTypes.STRING(36), primaryKey: true, allowNull: false },
  number: perhaps(16),
  verifiedAt: perhapsInstant(),
  stopped: { ...perhaps(16), type: DataTypes.STRING(16) },
  codeHash: perhaps(64),
  codeUntil: perhapsInstant(),
  codeTries: count(),
  sentOn: { type: DataTypes.DATEONLY, defaultValue: null },
  sentCount: count(),
})

/** What was set is taken back: nothing is sent to it until it is proved anew. */
export const unproved = {
  verifiedAt: null,
  stopped: null,
  codeHash: null,
  codeUntil: null,
  codeTries: 0,
} as const

/** Ends what is sent to a number, for its person alone. */
export async function stopSms(
  personId: string,
  number: string,
  stopped: NonNullable<SmsState['stopped']>,
): Promise<void> {
  const proof = stopped === 'unreachable' ? { verifiedAt: null } : {}
  await PhoneNumber.update({ stopped, ...proof }, { where: { personId, number } })
}
