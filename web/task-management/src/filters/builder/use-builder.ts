import { parseQuery } from '@doable/domain/query/parse'
import { writeQuery } from '@doable/domain/query/write'
import { useState } from 'react'
import { changedIn } from './edits.ts'
import {
  condition,
  type GroupNode,
  group,
  isShowable,
  type Match,
  type Node,
  nodesOf,
  queryOf,
  type TermNode,
} from './node.ts'
import { blankTerm } from './subject.ts'

/** Why a text is left to be edited as text. */
export type Unshown = 'invalid' | 'nested'
type Built = { text: string; panes: readonly GroupNode[]; unshown?: Unshown }

const emptyPane = () => group('all', [condition(blankTerm('list'))])

/** A text as the builder shows it; without any, a pane with one condition to begin with. */
function built(text: string): Built {
  if (text.trim() === '') return { text, panes: [emptyPane()] }
  const parsed = parseQuery(text)
  if ('error' in parsed) return { text, panes: [], unshown: 'invalid' }
  const panes = nodesOf(parsed.query)
  return isShowable(panes) ? { text, panes } : { text, panes: [], unshown: 'nested' }
}

/** What is built, as text and as conditions: each follows the other. */
export function useBuilder(start: string) {
  const [state, setState] = useState(() => built(start))
  const setPanes = (panes: readonly GroupNode[]) => {
    const query = queryOf(panes)
    setState({ panes, text: query ? writeQuery(query) : '' })
  }
  const change = (id: number, how: (found: Node) => Node | undefined) =>
    setPanes(changedIn(state.panes, id, how))
  const inGroup = (id: number, how: (found: GroupNode) => GroupNode) =>
    change(id, (found) => (found.kind === 'group' ? how(found) : found))
  return {
    ...state,
    setText: (text: string) => setState(built(text)),
    remove: (id: number) => change(id, () => undefined),
    match: (id: number, match: Match) => inGroup(id, (found) => ({ ...found, match })),
    add: (id: number, node: Node) => inGroup(id, (found) => ({ ...found, of: [...found.of, node] })),
    set: (id: number, fields: Partial<Pick<TermNode, 'not' | 'term'>>) =>
      change(id, (found) => (found.kind === 'term' ? { ...found, ...fields } : found)),
    addPane: () => setPanes([...state.panes, emptyPane()]),
  }
}
export type Builder = ReturnType<typeof useBuilder>
