import { useEffect, useReducer, useRef } from 'react'
import type { Line, TaskLine } from './line.ts'

/** `--complete` of the tokens: how long a completed task takes to fade before its gap closes. */
const fade = 150

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches
const none: ReadonlySet<string> = new Set()

/** How many lines are the same at the start and at the end; only what lies between has to be looked at. */
function alike(before: readonly Line[], lines: readonly Line[]) {
  const most = Math.min(before.length, lines.length)
  let start = 0
  while (start < most && before[start]?.key === lines[start]?.key) start++
  let end = 0
  while (end < most - start && before.at(-1 - end)?.key === lines.at(-1 - end)?.key) end++
  return { start, end }
}

/** The ids of tasks that had a line before and have none now. */
function goneTasks(before: readonly Line[], lines: readonly Line[]): string[] {
  const { start, end } = alike(before, lines)
  const now = new Set(lines.slice(start, lines.length - end).map((line) => line.key))
  return before
    .slice(start, before.length - end)
    .flatMap((line) => (line.kind === 'task' && !now.has(line.key) ? [line.id] : []))
}

/** Puts lines that just went away back behind the line they followed. */
export function withLeaving(
  lines: readonly Line[],
  before: readonly Line[],
  gone: ReadonlySet<string>,
): Line[] {
  const { start, end } = alike(before, lines)
  const middle = between(
    lines.slice(start, lines.length - end),
    before.slice(start, before.length - end),
    gone,
  )
  return [...lines.slice(0, start), ...middle, ...lines.slice(lines.length - end)]
}

function between(lines: readonly Line[], before: readonly Line[], gone: ReadonlySet<string>): Line[] {
  const followers = new Map<string | undefined, TaskLine[]>()
  let last: string | undefined
  const shown = new Set(lines.map((line) => line.key))
  for (const line of before) {
    if (shown.has(line.key)) last = line.key
    else if (line.kind === 'task' && gone.has(line.id))
      followers.set(last, [...(followers.get(last) ?? []), { ...line, leaving: true }])
  }
  return [
    ...(followers.get(undefined) ?? []),
    ...lines.flatMap((line) => [line, ...(followers.get(line.key) ?? [])]),
  ]
}

/**
 * The lines to draw: a task that went away because it was completed stays for as long as it fades. `isCompleted` tells
 * those from tasks that were moved or trashed, which go at once. Nothing stays under reduced motion.
 */
export function useLeaving(lines: readonly Line[], isCompleted: (id: string) => boolean): readonly Line[] {
  const before = useRef({ lines, drawn: lines, going: none })
  const [, draw] = useReducer((times: number) => times + 1, 0)
  const last = before.current
  const fresh = last.lines === lines ? [] : goneTasks(last.lines, lines).filter(isCompleted)
  const going = fresh.length > 0 && !still() ? new Set([...last.going, ...fresh]) : last.going
  const same = last.lines === lines && last.going === going
  const drawn = going.size === 0 ? lines : same ? last.drawn : withLeaving(lines, last.drawn, going)
  useEffect(() => {
    before.current = { lines, drawn, going }
  })
  useEffect(() => {
    if (going.size === 0) return
    const timer = setTimeout(() => {
      before.current = { ...before.current, going: none }
      draw()
    }, fade)
    return () => clearTimeout(timer)
  }, [going])
  return drawn
}
