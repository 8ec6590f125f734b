import type { Expression, Name, Query, Term } from '@doable/domain/query/ast'
import type { QueryContext } from '@doable/domain/query/context'
import { idsOf, matcher } from '@doable/domain/query/names'
import { writeName } from './name-text.ts'

export type UnknownName = { kind: 'list' | 'section' | 'label' | 'person'; name: string }

function* termsOf(part: Expression): Generator<Term> {
  if (part.kind === 'not') yield* termsOf(part.of)
  else if (part.kind === 'and' || part.kind === 'or') for (const each of part.of) yield* termsOf(each)
  else yield part
}

/** A name in a term and what there is that it could mean. */
function named(term: Term, context: QueryContext, labels: readonly string[]) {
  const known = (name: Name, all: readonly { id: string; name: string }[]) => idsOf(name, all).length > 0
  if (term.kind === 'list')
    return { name: term.name, kind: term.kind, known: known(term.name, context.lists) }
  if (term.kind === 'section')
    return { name: term.name, kind: term.kind, known: known(term.name, context.sections) }
  if (term.kind === 'label') {
    const { name, kind } = term
    return { name, kind, known: labels.some(matcher(name)) }
  }
  if (term.kind !== 'person' || typeof term.who === 'string') return undefined
  return { name: term.who, kind: term.kind, known: known(term.who, context.people) }
}

/** The names in a query that mean nothing here, each once. `labels` are the words that are on tasks or could be. */
export function unknownNames(query: Query, context: QueryContext, labels: readonly string[]): UnknownName[] {
  const found = new Map<string, UnknownName>()
  for (const pane of query.panes)
    for (const term of termsOf(pane)) {
      const name = named(term, context, labels)
      if (!name || name.known) continue
      const written = writeName(name.name)
      found.set(`${name.kind} ${written}`, { kind: name.kind, name: written })
    }
  return [...found.values()]
}
