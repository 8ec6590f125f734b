import { BadSetting } from '../setting.ts'
import type { Columns } from './kind.ts'
import type { Ledgers } from './ledgers.ts'
import { linesOf } from './read.ts'

export const format = 'doable-backup'
/** Raised where a program that knows only the former one could not read a backup any more. */
export const version = 1

/** The first line of a backup. */
export type Header = {
  format: typeof format
  version: number
  /** Of the program that made it. */
  program: string
  /** When what is in it was so: ISO 8601, UTC. */
  madeAt: string
  ledgers: Ledgers
  /** What each table has, in the order of the values of a row. */
  tables: Record<string, Columns>
  /** The text of the file of web push's keys, where there was one. */
  pushKeys: string | null
}
/** The line before the rows of a table, each an array. */
export type TableLine = { table: string }
/** The last line: how many rows each table has. */
export type EndLine = { end: true; rows: Record<string, number> }

/** The first line of a file whose checksum is right. @throws BadSetting where a newer program wrote it */
export async function headerOf(file: string): Promise<Header> {
  for await (const line of linesOf(file)) {
    const header = parsed(line)
    if (header?.format !== format) break
    if (header.version <= version) return header
    throw new BadSetting(
      `The backup ${file} was made by a newer version of Doable (${header.program}); restore it with that. Nothing was changed.`,
    )
  }
  throw new BadSetting(`${file} is no backup of Doable. Nothing was changed.`)
}

function parsed(line: string): Header | undefined {
  try {
    return JSON.parse(line) as Header
  } catch {
    return undefined
  }
}
