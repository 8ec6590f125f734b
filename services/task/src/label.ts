import { fold } from '@doable/domain/fold'
import { type InferAttributes, Model, type Sequelize } from 'sequelize'
import { columns, id, instant, key, number, perhapsInstant, position, text } from './column.ts'

/** A person's entry for a word: its colour and place. The word itself stands on tasks (`TaskLabelRow`). */
export class LabelRow extends Model<InferAttributes<LabelRow>> {
  declare id: string
  declare ownerId: string
  declare name: string
  declare folded: string
  declare color: string
  declare position: string
  declare trashedAt: Date | null
  declare version: number
  declare createdAt: Date
  declare updatedAt: Date

  static table(db: Sequelize): void {
    LabelRow.init(ownColumns, { sequelize: db, tableName: 'Labels', timestamps: false, indexes })
  }
}

/** A word on a task, compared by `folded`, shown as `label`, in the order of `place`. */
export class TaskLabelRow extends Model<InferAttributes<TaskLabelRow>> {
  declare taskId: string
  declare folded: string
  declare label: string
  /** The word as queries compare it: without case, accents and letter forms. */
  declare labelKey: string
  declare place: number

  static table(db: Sequelize): void {
    TaskLabelRow.init(ownWordColumns, {
      sequelize: db,
      tableName: 'TaskLabels',
      timestamps: false,
      indexes: wordIndexes,
    })
  }
}

/** A word as words are compared: without regard to case. */
export const foldWord = (word: string): string => word.toLowerCase()

/** What a row of `TaskLabels` says of a word. */
export const wordColumns = (label: string) => ({ label, folded: foldWord(label), labelKey: fold(label) })

/** The words without repetitions; of two that differ only in case the first stays. */
export function distinctWords(words: readonly string[]): string[] {
  const first = new Map<string, string>()
  for (const word of words) if (!first.has(foldWord(word))) first.set(foldWord(word), word)
  return [...first.values()]
}

const folded = text(120)
const ownColumns = columns({
  id: key,
  ownerId: id,
  name: text(60),
  folded,
  color: text(20),
  position,
  trashedAt: perhapsInstant,
  version: number,
  createdAt: instant,
  updatedAt: instant,
})
const indexes = [
  { name: 'Labels_word', fields: ['ownerId', 'folded'], unique: true, where: { trashedAt: null } },
  { name: 'Labels_version', fields: ['ownerId', 'version'] },
]
const ownWordColumns = columns({
  taskId: key,
  folded: { ...folded, primaryKey: true },
  label: text(60),
  // NFKD makes up to 18 letters of one.
  labelKey: { ...text(60 * 18), defaultValue: '' },
  place: number,
})
const wordIndexes = [{ name: 'TaskLabels_folded', fields: ['folded', 'taskId'] }]
