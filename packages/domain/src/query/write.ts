import { type Expression, type Name, pronouns, type Query, type Term } from './ast.ts'
import { plainWords } from './keywords.ts'

const special = /[&|!(),\\*"]/
const startsTerm = /\s[#@/](?:\S|$)/u

const isPlain = (text: string) => text === text.trim() && !special.test(text) && !startsTerm.test(text)
const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
/** Between quotes a `*` is no wildcard, so a name with wildcards escapes each character that means something. */
const escaped = (text: string) => text.replace(/[&|!(),\\*"#@/\s]/gu, '\\$&')

function writeName(name: Name, mayStart = (_text: string) => true): string {
  const [only = ''] = name
  if (name.length === 1) return isPlain(only) && mayStart(only) ? only : quoted(only)
  const text = name.join('*')
  const plain = text === text.trim() && name.every((piece) => isPlain(`x${piece}x`))
  return plain && mayStart(text) ? text : name.map(escaped).join('*')
}

const isPronoun = (text: string) => (pronouns as readonly string[]).includes(plainWords(text))
const bareDays = ['today', 'tomorrow', 'yesterday']

function writeTerm(term: Term): string {
  switch (term.kind) {
    case 'flag':
      return term.flag
    case 'no':
      return `no ${term.of}`
    case 'list':
      return `${term.whole ? '##' : '#'}${writeName(term.name, (name) => !name.startsWith('#'))}`
    case 'section':
      return `/${writeName(term.name)}`
    case 'label':
      return `@${writeName(term.name)}`
    case 'priority':
      return `p${term.priority}`
    case 'day':
      if (term.field === 'due' && term.is === 'on' && bareDays.includes(term.when)) return term.when
      return `${term.field}${term.is === 'on' ? '' : ` ${term.is}`}: ${term.when}`
    case 'person': {
      const { role, who } = term
      const name =
        typeof who === 'string' ? who : writeName(who, (text) => !isPronoun(text) && !/^[#@/]/.test(text))
      return `${role === 'assigned' ? 'assigned to' : 'created by'}: ${name}`
    }
    case 'search':
      return `search: ${special.test(term.text) ? quoted(term.text) : term.text}`
  }
}

const binds = { or: 0, and: 1, not: 2 } as const
const strength = ({ kind }: Expression) => binds[kind as keyof typeof binds] ?? 3

/** The text of a part of a query; in parentheses where what is around it would otherwise take it apart. */
function within(around: 0 | 1 | 2, inner: Expression): string {
  const text = writeExpression(inner)
  const needs = around === 2 ? strength(inner) < 2 : strength(inner) <= around
  return needs ? `(${text})` : text
}

export function writeExpression(expression: Expression): string {
  if (expression.kind === 'not') return `!${within(2, expression.of)}`
  if (expression.kind === 'and') return expression.of.map((each) => within(1, each)).join(' & ')
  if (expression.kind === 'or') return expression.of.map((each) => within(0, each)).join(' | ')
  return writeTerm(expression)
}

/** The text of a query: `parseQuery` gives the same query for it. */
export const writeQuery = ({ panes }: Query): string => panes.map(writeExpression).join(', ')
