import type { Condition, Plan } from '@doable/domain/query/plan'

export type Leaf = Exclude<Condition, { kind: 'and' | 'or' | 'not' | 'constant' }>
export type Search = Extract<Condition, { kind: 'search' }>

const open: Condition = { kind: 'not', of: { kind: 'done' } }
const isOpen = (one: Condition | undefined) => one?.kind === 'not' && one.of.kind === 'done'
const asksForOpen = (pane: Condition) => pane.kind === 'and' && isOpen(pane.of[0])

/**
 * What is in any of the panes. Where all of them show open tasks only, that is said once and first: an index leads by it,
 * which it could not if it stood within each of them.
 */
export function together({ panes }: Plan): Condition {
  if (!panes.every(asksForOpen)) return { kind: 'or', of: panes }
  const rest = panes.map(
    (pane): Condition => (pane.kind === 'and' ? { kind: 'and', of: pane.of.slice(1) } : pane),
  )
  return { kind: 'and', of: [open, { kind: 'or', of: rest }] }
}

/** The conditions that have no others in them. */
export function leaves(condition: Condition): Leaf[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.of.flatMap(leaves)
    case 'not':
      return leaves(condition.of)
    case 'constant':
      return []
    default:
      return [condition]
  }
}

export const isSearch = (leaf: Leaf): leaf is Search => leaf.kind === 'search'
/** Asks on which day a task is due, which for a due in a zone of its own no database knows. */
export const isDue = (leaf: Leaf): leaf is Extract<Leaf, { kind: 'day' }> =>
  leaf.kind === 'day' && leaf.field === 'due'

export const asksForDue = (condition: Condition): boolean => leaves(condition).some(isDue)
