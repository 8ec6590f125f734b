import type { Expression, Name, Query, Term } from '@doable/domain/query/ast'
import { plainWords } from '@doable/domain/query/keywords'
import { isPeriod } from '@doable/domain/query/period'

/** How the conditions of a group go together. */
export type Match = 'all' | 'any' | 'none'
/** A condition or a group of them, as the builder holds it: unlike a query it may be empty or unfinished. */
export type Node = GroupNode | TermNode
export type GroupNode = { kind: 'group'; id: number; match: Match; of: readonly Node[] }
export type TermNode = { kind: 'term'; id: number; not: boolean; term: Term }

let lastId = 0
/** Tells nodes apart while they are edited; it means nothing else. */
const newId = () => ++lastId

export const group = (match: Match, of: readonly Node[]): GroupNode => ({
  kind: 'group',
  id: newId(),
  match,
  of,
})
export const condition = (term: Term, not = false): TermNode => ({ kind: 'term', id: newId(), not, term })

function toNode(expression: Expression): Node {
  if (expression.kind === 'and') return group('all', expression.of.map(toNode))
  if (expression.kind === 'or') return group('any', expression.of.map(toNode))
  if (expression.kind !== 'not') return condition(expression)
  const inner = expression.of
  if (inner.kind === 'or') return group('none', inner.of.map(toNode))
  return inner.kind === 'and' || inner.kind === 'not'
    ? group('none', [toNode(inner)])
    : condition(inner, true)
}

const toGroup = (node: Node): GroupNode => (node.kind === 'group' ? node : group('all', [node]))

/** A query as the builder shows it: a group for each pane. */
export const nodesOf = ({ panes }: Query): GroupNode[] => panes.map((pane) => toGroup(toNode(pane)))

const isNamed = (name: Name) => name.some((piece) => piece !== '') || name.length > 1

/** Whether everything is filled in that the term needs. */
export function isFinished(term: Term): boolean {
  if (term.kind === 'list' || term.kind === 'section' || term.kind === 'label') return isNamed(term.name)
  if (term.kind === 'day') return isPeriod(plainWords(term.when))
  if (term.kind === 'search') return term.text.trim() !== ''
  return term.kind !== 'person' || typeof term.who === 'string' || isNamed(term.who)
}

function joined(match: Match, of: readonly Expression[]): Expression | undefined {
  const [first] = of
  if (first === undefined) return undefined
  const one: Expression = of.length === 1 ? first : { kind: match === 'all' ? 'and' : 'or', of }
  return match === 'none' ? { kind: 'not', of: one } : one
}

function toExpression(node: Node): Expression | undefined {
  if (node.kind === 'group')
    return joined(
      node.match,
      node.of.map(toExpression).filter((each) => each !== undefined),
    )
  const { term, not } = node
  if (!isFinished(term)) return undefined
  const one: Term = term.kind === 'day' ? { ...term, when: plainWords(term.when) } : term
  return not ? { kind: 'not', of: one } : one
}

/** What the builder holds as a query, without what is empty or unfinished; nothing when that is all of it. */
export function queryOf(nodes: readonly GroupNode[]): Query | undefined {
  const panes = nodes.map(toExpression).filter((pane) => pane !== undefined)
  return panes.length > 0 ? { panes } : undefined
}

const depthOf = (node: Node): number =>
  node.kind === 'term' ? 0 : 1 + Math.max(0, ...node.of.map((child) => depthOf(child)))

/** Groups within groups that still fit on a screen. */
export const deepest = 4
/** Whether the builder can show it legibly. */
export const isShowable = (nodes: readonly GroupNode[]): boolean =>
  nodes.every((node) => depthOf(node) <= deepest)
