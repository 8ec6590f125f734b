import type { Name } from '@doable/domain/query/ast'
import type { Condition, Plan } from '@doable/domain/query/plan'

type Plain = Exclude<Condition, { kind: 'and' | 'or' | 'not' | 'constant' }>
/** `labels`: has any of them. */
export type Leaf = Plain | { kind: 'labels'; names: readonly Name[] }
/** A plan on its way into SQL: the panes of a query together, and what can be asked at once asked at once. */
export type Tree =
  | { kind: 'and' | 'or'; of: readonly Tree[] }
  | { kind: 'not'; of: Tree }
  | { kind: 'constant'; value: boolean }
  | Leaf
export type Search = Extract<Condition, { kind: 'search' }>

const open: Tree = { kind: 'not', of: { kind: 'done' } }
const isOpen = (one: Condition | undefined) => one?.kind === 'not' && one.of.kind === 'done'
const asksForOpen = (pane: Condition) => pane.kind === 'and' && isOpen(pane.of[0])

/**
 * What is in any of the panes. Where all of them show open tasks only, that is said once and first: an index leads by it,
 * which it could not if it stood within each of them.
 */
export function together({ panes }: Plan): Tree {
  if (!panes.every(asksForOpen)) return lean({ kind: 'or', of: panes })
  const rest = panes.map((pane): Tree => (pane.kind === 'and' ? { kind: 'and', of: pane.of.slice(1) } : pane))
  return lean({ kind: 'and', of: [open, { kind: 'or', of: rest }] })
}

/** The same without repetitions, and with one look at the labels of a task where `@a | @b` or `!@a & !@b` ask for two. */
function lean(tree: Tree): Tree {
  if (tree.kind === 'not') return { kind: 'not', of: lean(tree.of) }
  if (tree.kind !== 'and' && tree.kind !== 'or') return tree
  const { kind } = tree
  const parts = tree.of.map(lean).flatMap((part) => (part.kind === kind ? part.of : [part]))
  const distinct = [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()]
  const ofLabel = (part: Tree) => nameOf(kind === 'or' ? part : part.kind === 'not' ? part.of : undefined)
  const names = distinct.map(ofLabel).filter((name) => name !== undefined)
  if (names.length < 2) return { kind, of: distinct }
  const labels: Tree = { kind: 'labels', names }
  const others = distinct.filter((part) => ofLabel(part) === undefined)
  return { kind, of: [...others, kind === 'or' ? labels : { kind: 'not', of: labels }] }
}

const nameOf = (part: Tree | undefined): Name | undefined =>
  part?.kind === 'label' && part.name !== null ? part.name : undefined

/** The conditions that have no others in them. */
export function leaves(tree: Tree): Leaf[] {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return tree.of.flatMap(leaves)
    case 'not':
      return leaves(tree.of)
    case 'constant':
      return []
    default:
      return [tree]
  }
}

export const isSearch = (leaf: Leaf): leaf is Search => leaf.kind === 'search'
/** Asks on which day a task is due, which for a due in a zone of its own no database knows. */
export const isDue = (leaf: Leaf): leaf is Extract<Leaf, { kind: 'day' }> =>
  leaf.kind === 'day' && leaf.field === 'due'
export const asksForDue = (tree: Tree): boolean => leaves(tree).some(isDue)

const elsewhere = new Set<Leaf['kind']>(['label', 'labels', 'parent', 'completed'])
/** Has to be looked up in another table for each task. */
export const isLookup = (leaf: Leaf): boolean =>
  elsewhere.has(leaf.kind) || (leaf.kind === 'section' && leaf.ids === null)
export const lookupsIn = (tree: Tree): number => leaves(tree).filter(isLookup).length
