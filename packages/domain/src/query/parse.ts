import type { Expression, Query } from './ast.ts'
import type { QueryFault } from './fault.ts'
import { limits } from './limits.ts'
import type { Mark } from './mark.ts'
import { Reader, Stop } from './reader.ts'
import { readTerm } from './term.ts'

/** `marks` reach as far as the text was understood. */
export type Parsed = { query: Query; marks: Mark[] } | { error: QueryFault; marks: Mark[] }

/** `!` binds closest, then `&`, then `|`. */
function readUnary(reader: Reader, depth: number): Expression {
  reader.skipBlanks()
  const start = reader.at
  if (reader.takes('!')) {
    reader.nest(depth + 1, start)
    return { kind: 'not', of: readUnary(reader, depth + 1) }
  }
  if (!reader.takes('(')) return readTerm(reader)
  reader.nest(depth + 1, start)
  const inner = readEither(reader, depth + 1)
  if (!reader.takes(')'))
    reader.stop(reader.isAtEnd || reader.text[reader.at] === ',' ? 'closing' : 'operator')
  return inner
}

function readJoined(
  reader: Reader,
  kind: 'and' | 'or',
  sign: '&' | '|',
  operand: () => Expression,
): Expression {
  const of = [operand()]
  while (reader.takes(sign)) of.push(operand())
  return of.length === 1 ? (of[0] as Expression) : { kind, of }
}

const readBoth = (reader: Reader, depth: number) =>
  readJoined(reader, 'and', '&', () => readUnary(reader, depth))
const readEither = (reader: Reader, depth: number): Expression =>
  readJoined(reader, 'or', '|', () => readBoth(reader, depth))

function readPanes(reader: Reader): Query {
  const panes: Expression[] = []
  do {
    reader.spend('panes', reader.at)
    panes.push(readEither(reader, 0))
  } while (reader.takes(','))
  if (!reader.isAtEnd) reader.stop('operator')
  return { panes }
}

/**
 * Reads a query: README.md has its grammar, limits.ts how large it may be. Never throws; an error says where the text stops
 * being a query and what would have been right there (`describeQueryFault` says it in words).
 */
export function parseQuery(text: string): Parsed {
  const { length } = text
  if (length > limits.characters)
    return { error: { start: limits.characters, end: length, expected: 'characters', found: '' }, marks: [] }
  const reader = new Reader(text)
  try {
    return { query: readPanes(reader), marks: reader.marks }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return { error: error.fault, marks: reader.marks }
  }
}
