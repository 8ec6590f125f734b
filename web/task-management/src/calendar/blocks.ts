/** Something with a stretch of a day, in minutes of the wall. */
export type Stretch = { start: number; end: number }
/** A stretch with its place: in which of how many columns side by side, and over how many of them it may spread. */
export type Placed<T> = { item: T; start: number; end: number; column: number; columns: number; span: number }
/** What found no column of its own, as one run from the first start to the last end. */
export type Rest<T> = Stretch & { items: T[]; columns: number }
export type Columns<T> = { placed: Placed<T>[]; rests: Rest<T>[] }

type Entry<T> = Stretch & { item: T }

/** What overlaps, directly or through others, lies together. `entries` come in order of their start. */
function clusters<T>(entries: readonly Entry<T>[]): Entry<T>[][] {
  const found: Entry<T>[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const entry of entries) {
    if (entry.start >= end) found.push([])
    found.at(-1)?.push(entry)
    end = Math.max(end, entry.end)
  }
  return found
}

/** The first column whose last stretch is over, for each. */
function inColumns<T>(cluster: readonly Entry<T>[]): Entry<T>[][] {
  const columns: Entry<T>[][] = []
  for (const entry of cluster) {
    const free = columns.find((column) => (column.at(-1)?.end ?? 0) <= entry.start)
    if (free) free.push(entry)
    else columns.push([entry])
  }
  return columns
}

/** How many columns to the right, its own included, are free all along a stretch. */
function spanOf<T>(entry: Entry<T>, at: number, columns: readonly Entry<T>[][]): number {
  let span = 1
  const meets = (other: Entry<T>) => other.start < entry.end && entry.start < other.end
  while (columns[at + span] && !columns[at + span]?.some(meets)) span++
  return span
}

function place<T>(cluster: readonly Entry<T>[], most: number): Columns<T> {
  const all = inColumns(cluster)
  const fits = all.length <= most
  const drawn = fits ? all : all.slice(0, Math.max(most - 1, 0))
  const columns = fits ? all.length : drawn.length + 1
  const placed = drawn.flatMap((column, at) =>
    column.map((entry) => ({ ...entry, column: at, columns, span: fits ? spanOf(entry, at, all) : 1 })),
  )
  const runs = clusters(all.slice(drawn.length).flat().sort(byStart))
  // What is alone in the last column is drawn there; there is nothing to count.
  const alone = runs
    .filter((run) => run.length === 1)
    .flatMap((run) => run.map((entry) => ({ ...entry, column: columns - 1, columns, span: 1 })))
  const rests = runs
    .filter((run) => run.length > 1)
    .map((run) => ({
      start: run[0]?.start ?? 0,
      end: Math.max(...run.map(({ end }) => end)),
      items: run.map(({ item }) => item),
      columns,
    }))
  return { placed: [...placed, ...alone], rests }
}

const byStart = (a: Stretch, b: Stretch) => a.start - b.start || b.end - a.end

/**
 * Puts overlapping stretches side by side, each in the leftmost column that is free. Of what needs more than `most` columns
 * the last one holds the rest as runs. Nothing in a column overlaps, and everything is either placed or in one rest.
 */
export function blocks<T>(items: readonly T[], stretchOf: (item: T) => Stretch, most: number): Columns<T> {
  const entries = items.map((item) => ({ item, ...stretchOf(item) })).sort(byStart)
  const parts = clusters(entries).map((cluster) => place(cluster, most))
  return { placed: parts.flatMap(({ placed }) => placed), rests: parts.flatMap(({ rests }) => rests) }
}

/** The first lines of a day, and what is left over where there are more than `most`. `kept` is among the first in any case. */
export function linesOf<T>(
  items: readonly T[],
  most: number,
  isKept: (item: T) => boolean,
): { shown: T[]; rest: T[] } {
  if (items.length <= most) return { shown: [...items], rest: [] }
  const at = Math.max(most, 0)
  const shown = items.slice(0, at)
  const hidden = items.slice(at).findIndex(isKept)
  if (hidden >= 0 && at > 0) shown[at - 1] = items[at + hidden] as T
  return { shown, rest: items.filter((item) => !shown.includes(item)) }
}
