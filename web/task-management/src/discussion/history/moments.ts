import type { HistoryEntry } from '@doable/contracts/history'

/** What one person did within a minute, the latest first. */
export type Gathered = { actorId: string; at: string; entries: HistoryEntry[] }
const minute = 60_000

export function momentsOf(entries: readonly HistoryEntry[]): Gathered[] {
  const moments: Gathered[] = []
  for (const entry of entries) {
    const last = moments.at(-1)
    const near = last && Date.parse(last.at) - Date.parse(entry.at) < minute
    if (last && near && last.actorId === entry.actorId) last.entries.push(entry)
    else moments.push({ actorId: entry.actorId, at: entry.at, entries: [entry] })
  }
  return moments
}
