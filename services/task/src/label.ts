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
  declare place: number

  static table(db: Sequelize): void {
    TaskLabelRow.init(wordColumns, {
      sequelize: db,
      tableName: 'TaskLabels',
      timestamps: false,
      indexes: wordIndexes,
    })
  }
}

/** A word as words are compared: without regard to case. */
export const foldWord = (word: string): string => word.toLowerCase()

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
const wordColumns = columns({
  taskId: key,
  folded: { ...folded, primaryKey: true },
  label: text(60),
  place: number,
})
const wordIndexes = [{ name: 'TaskLabels_folded', fields: ['folded', 'taskId'] }]
