import { type Shortcut, useShortcuts } from '@doable/ui/shortcuts'
import { useLingui } from '@lingui/react/macro'
import type { Line } from '../lines/line.ts'
import type { Layout } from './layouts.ts'
import type { PopupKind, Scope } from './scope.ts'
import { useMoveKeys } from './use-move-keys.ts'

const inPanel = () => document.activeElement?.closest('[data-panel]') != null
const onPage = () => document.activeElement === document.body || document.activeElement?.id === 'main'
/** A key that buttons need themselves counts only on a row's title or where nothing has the focus. */
const onRow = () => onPage() || document.activeElement?.matches('[data-title], [data-cell]') === true

/** The element a field opens at: in the panel its own button, otherwise the row. */
const anchorOf = (id: string | undefined, kind: PopupKind) =>
  (inPanel() ? document.querySelector(`[data-panel] [data-field="${kind}"]`) : null) ??
  document.querySelector(`[data-row="${id}"] [data-title]`) ??
  document.querySelector('[data-page] h1') ??
  document.body

/** The keys of a page of tasks. They are meant for the picked rows, otherwise for the current one, in the panel for its task. */
export function useTaskShortcuts(
  scope: Scope,
  lines: readonly Line[],
  openId: string | undefined,
  movable: boolean,
  /** A menu or field is open or about to open; what is typed is meant for it. */
  resting: boolean,
  /** On a board the groups stand side by side; in a calendar tasks move from day to day, by keys of its own. */
  layout: Layout,
): void {
  const { t } = useLingui()
  const { selection, acts, popup, open } = scope
  const group = t`Tasks`
  const moves = useMoveKeys(scope, lines, movable, layout === 'board')
  const targets = () => (inPanel() && openId ? [openId] : selection.targets())
  const onTargets = (keys: string, description: string, run: (ids: string[]) => void): Shortcut => ({
    keys,
    description,
    group,
    when: () => targets().length > 0,
    run: () => acts.ifAllowed(targets(), run),
  })
  const onCurrent = (keys: string, description: string, run: (id: string) => void): Shortcut => ({
    keys,
    description,
    group,
    when: () => selection.current !== undefined,
    run: () => selection.current && run(selection.current),
  })
  const field = (keys: string, description: string, kind: PopupKind) =>
    onTargets(keys, description, (ids) => popup(kind, ids, anchorOf(ids[0], kind)))
  const step = (keys: string, description: string, by: number): Shortcut => ({
    keys,
    description,
    group,
    run: () => {
      const { current } = selection
      if (current && onPage()) return selection.go(current)
      const id = selection.move(by)
      if (openId && id) open(id)
    },
  })
  const priorities = [1, 2, 3, 4].map((priority) =>
    onTargets(`p ${priority}`, t`Priority ${priority}`, (ids) => acts.setPriority(ids, priority)),
  )
  const leave = () => {
    if (selection.chosen.size > 0) return selection.clear()
    if (inPanel() && openId) selection.go(openId)
    open()
  }
  const all: Shortcut[] = [
    step('j', t`Next task`, 1),
    step('k', t`Previous task`, -1),
    { keys: 'enter', description: t`Open task`, group, when: onPage, run: () => open(selection.current) },
    {
      ...onTargets('space', t`Complete or reopen`, acts.toggle),
      when: () => onRow() && targets().length > 0,
    },
    onCurrent('x', t`Select task`, (id) => selection.toggle(id)),
    { keys: 'mod+a', description: t`Select all tasks`, group, when: onRow, run: () => selection.chooseAll() },
    {
      keys: 'escape',
      description: t`Clear selection, close task`,
      group,
      when: () => selection.chosen.size > 0 || openId !== undefined,
      run: leave,
    },
    onTargets('e', t`Edit title`, ([id]) => id && selection.edit(id)),
    field('d', t`Due date`, 'due'),
    field('r', t`Repeat`, 'repeat'),
    ...priorities,
    field('l', t`Labels`, 'labels'),
    field('m', t`Move to list or section`, 'move'),
    field('a', t`Assign to somebody`, 'assignee'),
    onTargets('delete', t`Move to trash`, acts.trash),
    { keys: 'mod+z', description: t`Undo`, group, run: () => acts.undo() },
    { keys: 'shift+mod+z', description: t`Redo`, group, run: () => acts.redo() },
    ...(layout === 'calendar' ? [] : moves),
  ]
  useShortcuts(all.map((one) => ({ ...one, when: () => !resting && (one.when?.() ?? true) })))
}
