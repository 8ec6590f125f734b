import { useEffect, useRef } from 'react'

export type Shortcut = {
  /** `q`, `mod+k`, `alt+up`, `shift+mod+z`, or a sequence `g t`. `mod` is Ctrl, on a Mac Command. */
  keys: string
  description: string
  /** The heading it stands under in the `?` dialog. */
  group: string
  run(event: KeyboardEvent): void
  /** Works while typing too, such as `mod+enter`. */
  evenInFields?: boolean
  /** Whether it applies right now; always without it. */
  when?(): boolean
}

const registered = new Set<Shortcut>()
let before: { stroke: string; at: number } | undefined
export const mac = typeof navigator === 'object' && /Mac|iPhone|iPad/.test(navigator.platform)

const names: Record<string, string> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ' ': 'space',
  Escape: 'escape',
  Enter: 'enter',
  Delete: 'delete',
  // The key that says "delete" on a Mac.
  Backspace: mac ? 'delete' : 'backspace',
}

/** How a key press is spelled; shift counts with letters and named keys, not with signs such as `?`. */
export function spell(event: KeyboardEvent): string {
  const key = names[event.key] ?? event.key.toLowerCase()
  const shift = event.shiftKey && (key.length > 1 || /\p{L}/u.test(key))
  const third = event.getModifierState('AltGraph') // how some keyboards write [ and @
  const mod = (event.ctrlKey || event.metaKey) && !third
  const held = [shift && 'shift', mod && 'mod', event.altKey && !third && 'alt']
  return [...held.filter(Boolean), key].join('+')
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|range)$/.test(target.type)))
const covered = () => document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const stroke = spell(event)
  const sequence = before && event.timeStamp - before.at < 1500 ? `${before.stroke} ${stroke}` : undefined
  const inField = typing(event.target)
  const blocked = inField || covered()
  const fits = (shortcut: Shortcut, keys: string | undefined) =>
    shortcut.keys === keys && (!blocked || (shortcut.evenInFields ?? false)) && (shortcut.when?.() ?? true)
  const all = [...registered].reverse() // what was registered last stands in front
  const found = all.find((one) => fits(one, sequence)) ?? all.find((one) => fits(one, stroke))
  before = found || blocked ? undefined : { stroke, at: event.timeStamp }
  if (!found) return
  event.preventDefault()
  found.run(event)
}

/** Adds shortcuts until the answered function is called. They rest while somebody types or a dialog is open. */
export function register(...shortcuts: Shortcut[]): () => void {
  if (!registered.size) addEventListener('keydown', onKey)
  for (const shortcut of shortcuts) registered.add(shortcut)
  return () => {
    for (const shortcut of shortcuts) registered.delete(shortcut)
    if (!registered.size) removeEventListener('keydown', onKey)
  }
}

/** All that work right now, for the `?` dialog. */
export const shortcuts = (): Shortcut[] => [...registered]

/** Registers while a component is shown; `run` and `when` may change with every render, keys and words may not. */
export function useShortcuts(list: Shortcut[]): void {
  const latest = useRef(list)
  latest.current = list
  const shape = list.map((one) => `${one.keys}\n${one.description}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for the list
  useEffect(
    () =>
      register(
        ...latest.current.map((one, i) => ({
          ...one,
          run: (event: KeyboardEvent) => latest.current[i]?.run(event),
          when: () => latest.current[i]?.when?.() ?? true,
        })),
      ),
    [shape],
  )
}
