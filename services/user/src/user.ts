import type { Me, ProfilePatch, User as PublicUser } from '@doable/contracts/user'
import type { Person } from '@doable/service-kit/principal'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'
import { DataTypes, type InferAttributes, Model, type Sequelize, type Transaction } from 'sequelize'
import type { z } from 'zod'
import { canonicalZone } from './time-zone.ts'

type Changes = z.infer<typeof ProfilePatch>

/** A person with an account. */
export class User extends Model<InferAttributes<User>> {
  declare id: string
  /** Lower case: one address, one account. */
  declare email: string
  declare passwordHash: string
  declare name: string
  declare language: PublicUser['language']
  declare timeZone: string
  declare weekStart: PublicUser['weekStart']
  declare theme: PublicUser['theme']
  declare dailyGoal: number
  /** May see to what concerns all: jobs that were given up. */
  declare administrator: boolean
  declare pictureAt: Date | null
  declare createdAt: Date
  declare updatedAt: Date
  /** When its person deleted the account; it can be had back until the grace period is over. */
  declare deletedAt: Date | null

  static install(db: Sequelize): void {
    User.init(columns, { sequelize: db, tableName: 'Users', timestamps: false, indexes })
  }
}

const required = { allowNull: false }
const columns = {
  id: { type: DataTypes.STRING(36), primaryKey: true, ...required },
  email: { type: DataTypes.STRING(254), ...required },
  passwordHash: { type: DataTypes.STRING(255), ...required },
  name: { type: DataTypes.STRING(100), ...required },
  language: { type: DataTypes.STRING(16), ...required },
  timeZone: { type: DataTypes.STRING(64), ...required },
  weekStart: { type: DataTypes.INTEGER, ...required },
  theme: { type: DataTypes.STRING(16), ...required },
  dailyGoal: { type: DataTypes.INTEGER, ...required },
  administrator: { type: DataTypes.BOOLEAN, ...required, defaultValue: false },
  pictureAt: { type: DataTypes.DATE(3), defaultValue: null },
  createdAt: { type: DataTypes.DATE(3), ...required },
  updatedAt: { type: DataTypes.DATE(3), ...required },
  deletedAt: { type: DataTypes.DATE(3), defaultValue: null },
}
const indexes = [
  { name: 'Users_email', fields: ['email'], unique: true },
  { name: 'Users_deletedAt', fields: ['deletedAt'] },
]

/** What others may know: never the hash. */
export const publicUser = (user: User): PublicUser => ({
  id: user.id,
  email: user.email,
  name: user.name,
  language: user.language,
  timeZone: user.timeZone,
  weekStart: user.weekStart,
  theme: user.theme,
  dailyGoal: user.dailyGoal,
  pictureAt: user.pictureAt?.toISOString() ?? null,
  createdAt: user.createdAt.toISOString(),
})

/** What a person is told of themselves; `administrator` is what their session says, as that is what it opens. */
export const me = (user: User, { administrator }: Pick<Person, 'administrator'>): Me => ({
  ...publicUser(user),
  administrator,
})

/** @throws 401 when the account is gone while its session was still on the way */
export async function userOf(personId: string): Promise<User> {
  const user = await User.findByPk(personId)
  if (!user || user.deletedAt) throw problem(401, 'signed-out', 'Please sign in again.')
  return user
}

type Fact = 'user.registered' | 'user.changed' | 'user.deleted' | 'user.erased'

/** Tells the other services, in the caller's transaction. Only the first two carry the person. */
export async function announce({ events }: Platform, tx: Transaction, type: Fact, user: User): Promise<void> {
  const data = type === 'user.registered' || type === 'user.changed' ? { user: publicUser(user) } : {}
  const person = { scopeId: user.id, subjectId: user.id, actorId: user.id, audience: [user.id] }
  await events.append(tx, { type, ...person, data })
}

/** Changes columns of an account and announces it. */
export async function changeUser(platform: Platform, user: User, changes: Partial<User>): Promise<User> {
  return inTransaction(platform.db, async (transaction) => {
    await user.update({ ...changes, updatedAt: platform.clock.now() }, { transaction })
    await announce(platform, transaction, 'user.changed', user)
    return user
  })
}

/** Changes what a person may say about themselves; a patch that says nothing new is not announced. */
export async function changeProfile(platform: Platform, personId: string, patch: Changes): Promise<User> {
  const user = await userOf(personId)
  const wanted = patch.timeZone ? { ...patch, timeZone: canonicalZone(patch.timeZone) } : patch
  const news = Object.entries(wanted).filter(([field, value]) => user.get(field) !== value)
  return news.length ? changeUser(platform, user, Object.fromEntries(news)) : user
}
