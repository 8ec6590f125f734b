import type { Picture as NewPicture } from '@doable/contracts/user'
import { type Fault, problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'
import { DataTypes, type InferAttributes, Model, type Sequelize } from 'sequelize'
import type { z } from 'zod'
import { type PictureType, pictureSize } from './picture-format.ts'
import { changeUser, type User, userOf } from './user.ts'

const mostBytes = 512 * 1024
/** A small file can claim to be huge and fill the memory of whoever decodes it. */
const longestSide = 4096

/** What a person looks like; `Users.pictureAt` says since when. */
export class Picture extends Model<InferAttributes<Picture>> {
  declare personId: string
  declare type: PictureType
  declare data: Buffer

  static install(db: Sequelize): void {
    Picture.init(columns, { sequelize: db, tableName: 'Pictures', timestamps: false })
  }
}

const columns = {
  personId: { type: DataTypes.STRING(36), primaryKey: true, allowNull: false },
  type: { type: DataTypes.STRING(32), allowNull: false },
  data: { type: DataTypes.BLOB, allowNull: false },
}

const refused = (code: string, detail: string) => {
  const fault: Fault = { pointer: '/data', detail }
  return problem(400, code, `The picture ${detail}.`, [fault])
}

/** @throws 400 when it is too large in bytes or pixels, or not of the type it claims */
export function readPicture({ type, data }: z.infer<typeof NewPicture>): { type: PictureType; data: Buffer } {
  const bytes = Buffer.from(data, 'base64')
  if (bytes.length > mostBytes) throw refused('picture-too-large', 'is larger than 512 KiB')
  const size = pictureSize(type, bytes)
  if (!size?.width || !size.height) throw refused('not-a-picture', `is not a file of type ${type}`)
  if (Math.max(size.width, size.height) > longestSide)
    throw refused('picture-too-large', `has sides longer than ${longestSide} pixels`)
  return { type, data: bytes }
}

/** Sets or replaces a person's picture. */
export async function changePicture(
  platform: Platform,
  personId: string,
  sent: z.infer<typeof NewPicture>,
): Promise<User> {
  const picture = readPicture(sent)
  const user = await userOf(personId)
  return inTransaction(platform.db, async (transaction) => {
    await Picture.destroy({ where: { personId }, transaction })
    await Picture.create({ personId, ...picture }, { transaction })
    return changeUser(platform, user, { pictureAt: platform.clock.now() })
  })
}

export async function removePicture(platform: Platform, personId: string): Promise<User> {
  const user = await userOf(personId)
  if (!user.pictureAt) return user
  return inTransaction(platform.db, async (transaction) => {
    await Picture.destroy({ where: { personId }, transaction })
    return changeUser(platform, user, { pictureAt: null })
  })
}

/** @throws 404 when there is none */
export async function pictureOf(personId: string): Promise<Picture> {
  const picture = await Picture.findByPk(personId)
  if (!picture) throw problem(404, 'no-picture', 'There is no picture.')
  return picture
}
