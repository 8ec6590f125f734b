import { fold } from '../fold.ts'
import { pronouns, type Term } from './ast.ts'
import { type Fragment, fragmentAt } from './fragment.ts'
import { keywords, plainWords, wordTerms } from './keywords.ts'
import { limits } from './limits.ts'
import type { MarkKind } from './mark.ts'
import { parseQuery } from './parse.ts'
import { dayPhrases } from './period-words.ts'
import { writeExpression } from './write.ts'

/** Names that exist, in the order in which they are offered, and the person's language. */
export type QueryNames = {
  lists: readonly string[]
  sections: readonly string[]
  labels: readonly string[]
  people: readonly string[]
  language: string
}
/** `text` is to stand in place of what is from `start` to `end`; a keyword ends with its colon and a blank. */
export type Suggestion = { kind: MarkKind; text: string; start: number; end: number }
type Option = Pick<Suggestion, 'kind' | 'text'> & { name?: string }

const most = 12

/** How well something fits what is typed: 0 it begins so, 1 a word of it does, 2 it is inside; a single letter is not enough for that. */
function fit(option: string, typed: string): number {
  const text = fold(option)
  if (text.startsWith(typed)) return 0
  if (text.includes(` ${typed}`)) return 1
  return typed.length > 1 && text.includes(typed) ? 2 : 3
}

const named = (kind: 'list' | 'section' | 'label', names: readonly string[], whole = false): Option[] =>
  names.map((name) => {
    const term: Term = kind === 'list' ? { kind, name: [name], whole } : { kind, name: [name] }
    return { kind, text: writeExpression(term), name }
  })

const days = (language: string): Option[] => dayPhrases(language).map((text) => ({ kind: 'day', text }))

function people(names: readonly string[], words: readonly string[]): Option[] {
  const text = (name: string) =>
    writeExpression({ kind: 'person', role: 'assigned', who: [name] }).replace(/^assigned to: /, '')
  return [
    ...words.map((word): Option => ({ kind: 'person', text: word })),
    ...names.map((name): Option => ({ kind: 'person', text: text(name), name })),
  ]
}

const terms = (): Option[] => [
  ...['today', 'tomorrow'].map((text): Option => ({ kind: 'day', text })),
  ...[...wordTerms]
    .filter(([text, term]) => text === writeExpression(term))
    .map(([text, { kind }]): Option => ({ kind: kind === 'priority' ? kind : 'keyword', text })),
  ...[...keywords.keys()].map((text): Option => ({ kind: 'keyword', text: `${text}: ` })),
]

function optionsFor({ kind, whole }: Fragment, names: QueryNames): Option[] {
  switch (kind) {
    case 'list':
      return named(kind, names.lists, whole)
    case 'section':
      return named(kind, names.sections)
    case 'label':
      return named(kind, names.labels)
    case 'day':
      return days(names.language)
    case 'person':
      return people(names.people, pronouns)
    case 'creator':
      return people(
        names.people,
        pronouns.filter((word) => word !== 'nobody'),
      )
    case 'search':
      return []
    case 'words':
      return [...terms(), ...named('list', names.lists), ...named('label', names.labels)]
  }
}

const operators: Option[] = ['&', '|', ','].map((text) => ({ kind: 'operator', text: `${text} ` }))

/** After a blank that ends what could be a whole query, an operator may follow. */
function operatorsAt(text: string, cursor: number, open: number): Suggestion[] {
  const before = text.slice(0, cursor)
  if (!/\s$/u.test(before) || 'error' in parseQuery(before + ')'.repeat(open))) return []
  const closing: Option[] = open > 0 ? [{ kind: 'operator', text: ')' }] : []
  return [...operators, ...closing].map((option) => ({ ...option, start: cursor, end: cursor }))
}

/** Options in the order of how well they fit, and among equals as they came. */
function best(options: readonly Option[], fragment: Fragment): Suggestion[] {
  const typed = fragment.kind === 'words' ? plainWords(fragment.typed) : fragment.typed
  const wanted = fold(typed.trim())
  const { start, end } = fragment
  return options
    .map(({ kind, text, name = text }) => ({ kind, text, fits: fit(name, wanted) }))
    .filter(({ fits }) => fits < 3)
    .sort((a, b) => a.fits - b.fits)
    .map(({ kind, text }) => ({ kind, text, start, end }))
}

/**
 * What may stand where the cursor is, the likeliest first: names for a sign, days and people after a keyword, otherwise terms,
 * keywords and names, and operators where a term is complete. What stands there already is not offered.
 */
export function suggest(text: string, cursor: number, names: QueryNames): Suggestion[] {
  if (text.length > limits.characters) return []
  const fragment = fragmentAt(text, cursor)
  const offered = best(optionsFor(fragment, names), fragment)
  const standing = text.slice(fragment.start, fragment.end).trim()
  return [
    ...offered.filter((option) => option.text !== standing),
    ...operatorsAt(text, cursor, fragment.open),
  ].slice(0, most)
}
