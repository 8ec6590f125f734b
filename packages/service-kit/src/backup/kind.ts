import { DataTypes } from 'sequelize'
import { day, flag, instant } from '../rows.ts'

/** What a column holds, whatever an engine calls it. */
export type Kind = 'text' | 'number' | 'flag' | 'instant' | 'day' | 'bytes'
export type Columns = Record<string, Kind>

type Type = { key: string }

const kinds: [Type, Kind][] = [
  [DataTypes.STRING, 'text'],
  [DataTypes.TEXT, 'text'],
  [DataTypes.INTEGER, 'number'],
  [DataTypes.BOOLEAN, 'flag'],
  [DataTypes.DATE, 'instant'],
  [DataTypes.DATEONLY, 'day'],
  [DataTypes.BLOB, 'bytes'],
]

/** What a column of a model holds. @throws where no backup could be sure to bring it back as it was */
export function kindOf(type: unknown): Kind {
  const { key } = type as Type
  const found = kinds.find(([known]) => known.key === key)
  if (!found) throw new Error(`A backup knows no columns of type ${key}`)
  return found[1]
}

/** A value as it stands in a backup: instants in ISO 8601, days as YYYY-MM-DD, bytes in base64. */
export function written(kind: Kind, stored: unknown): unknown {
  if (stored === null || stored === undefined) return null
  return writers[kind](stored)
}
const writers: Record<Kind, (stored: unknown) => unknown> = {
  text: String,
  number: Number,
  flag,
  instant,
  day,
  bytes: (stored) => Buffer.from(stored as Uint8Array).toString('base64'),
}

/** A value of a backup, to be bound. */
export function bindable(kind: Kind, value: unknown): unknown {
  if (value === null) return null
  if (kind === 'bytes') return Buffer.from(String(value), 'base64')
  return kind === 'instant' ? new Date(String(value)) : value
}
