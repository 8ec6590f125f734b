import { Id, Instant } from '@doable/contracts/common'
import { problem } from '@doable/service-kit/problem'
import { z } from 'zod'

/** The last one of a page; the next page starts after it. */
export type Place = { createdAt: Date; id: string }

const Written = z.tuple([Instant, Id])

export const placeOf = ({ createdAt, id }: { createdAt: string; id: string }): string =>
  Buffer.from(JSON.stringify([createdAt, id])).toString('base64url')

/** @throws 400 `bad-cursor` when it is none of ours */
export function readPlace(cursor: string): Place {
  try {
    const [createdAt, id] = Written.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { createdAt: new Date(createdAt), id }
  } catch {
    throw problem(400, 'bad-cursor', 'The cursor is none that was handed out.', [
      { pointer: '/cursor', detail: 'is not known' },
    ])
  }
}
