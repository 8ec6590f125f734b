import type { GroupNode, Node } from './node.ts'

/** Changes one node anywhere below; what is not on the way to it stays the very same object. `undefined` takes it away. */
export function changed<N extends Node>(
  node: N,
  id: number,
  change: (found: Node) => Node | undefined,
): N | undefined {
  if (node.id === id) return change(node) as N | undefined
  if (node.kind !== 'group') return node
  let touched = false
  const of = node.of.flatMap((child) => {
    const next = changed(child, id, change)
    if (next !== child) touched = true
    return next ? [next] : []
  })
  return touched ? { ...node, of } : node
}

/** The same over all panes; a pane that is taken away leaves the others. */
export const changedIn = (
  panes: readonly GroupNode[],
  id: number,
  change: (found: Node) => Node | undefined,
): GroupNode[] => panes.flatMap((pane) => changed(pane, id, change) ?? [])
