import type { Query } from '@doable/domain/query/ast'
import { describeQueryFault } from '@doable/domain/query/fault-words'
import { parseQuery } from '@doable/domain/query/parse'
import { problem } from '@doable/service-kit/problem'

/**
 * Reads the text of a query.
 * @param pointer where in the request the text is
 * @throws 400 `bad-query`, with the place in the text and what would have been right there
 */
export function readQuery(text: string, pointer: string): Query {
  const parsed = parseQuery(text)
  if ('query' in parsed) return parsed.query
  const { start, end, expected } = parsed.error
  const detail = describeQueryFault(parsed.error, 'en')
  throw problem(400, 'bad-query', `At character ${start + 1}: ${detail}`, [
    { pointer, detail, start, end, expected },
  ])
}
