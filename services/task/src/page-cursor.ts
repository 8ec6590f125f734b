import { hash } from 'node:crypto'
import { Day, Instant } from '@doable/contracts/common'
import type { TaskQuery } from '@doable/contracts/task-query'
import { problem } from '@doable/service-kit/problem'
import { z } from 'zod'
import { noDay, sortKeys, type Value } from './task-order.ts'

/** Where a page ended, and on which day the paging began, so that midnight moves nothing between two pages. */
export type Place = { today: string; values: Value[] }

const kinds = {
  number: z.number(),
  text: z.string().max(500),
  day: z.union([Day, z.literal(noDay)]),
  instant: Instant,
}
const bad = () =>
  problem(400, 'bad-cursor', 'The cursor does not belong to this request; start from the first page.')

/** A cursor serves the one who got it, with the same filters and the same sort. */
function sealOf(personId: string, { cursor: _cursor, limit: _limit, ...asked }: TaskQuery): string {
  const named = Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1))
  return hash('sha256', JSON.stringify([personId, named]), 'base64url').slice(0, 12)
}

export function writeCursor(personId: string, query: TaskQuery, { today, values }: Place): string {
  return Buffer.from(JSON.stringify([sealOf(personId, query), today, ...values])).toString('base64url')
}

/** @throws 400 `bad-cursor` */
export function readCursor(personId: string, query: TaskQuery): Place | undefined {
  if (query.cursor === undefined) return undefined
  const keys = sortKeys[query.sort].map(({ kind }) => kinds[kind])
  const whole = decoded(query.cursor)
  const [seal, today, ...values] = Array.isArray(whole) ? (whole as unknown[]) : []
  const fits = values.length === keys.length && keys.every((key, at) => key.safeParse(values[at]).success)
  const day = Day.safeParse(today)
  if (seal !== sealOf(personId, query) || !day.success || !fits) throw bad()
  return { today: day.data, values: values as Value[] }
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw bad()
  }
}
