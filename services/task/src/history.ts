import type { Platform, Restored } from '@doable/service-kit/service'
import { type InferAttributes, Model, type Sequelize } from 'sequelize'
import { v7 as uuidv7 } from 'uuid'
import { columns, instant, key, text } from './column.ts'

/**
 * The lives this database has had. One that was restored from a backup begins another: what devices have learnt of the
 * time after the backup is not in it, though its versions soon reach the same numbers.
 */
export class HistoryRow extends Model<InferAttributes<HistoryRow>> {
  declare id: string
  declare origin: string
  declare createdAt: Date

  static table(db: Sequelize): void {
    const own = columns({ id: key, origin: text(200), createdAt: instant })
    HistoryRow.init(own, { sequelize: db, tableName: 'Histories', timestamps: false })
  }
}

/** The present one, for a statement: its id is the newest, as UUIDv7 are in the order they were made. */
export const presentHistory = '(SELECT MAX(h.id) FROM Histories h)'

/** Begins a history where there is none, or where this is not the database that the last one was written in. */
export async function ensureHistory({ db, dialect, clock }: Platform): Promise<void> {
  const origin = (await dialect.originOf(db)) ?? ''
  const last = await HistoryRow.findOne({ order: [['id', 'DESC']], raw: true })
  if (last && (origin === '' || last.origin === origin)) return
  await HistoryRow.create({ id: uuidv7(), origin, createdAt: clock.now() })
}

/** Begins a history where a backup was restored, whatever the engine says of where its rows are: it may be the place they came from. */
export const beginHistory = ({ clock }: Restored): Promise<HistoryRow> =>
  HistoryRow.create({ id: uuidv7(), origin: 'a backup', createdAt: clock.now() })
