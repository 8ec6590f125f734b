type Cell = string | number | null | undefined

/** Lines for people, under a line of names. */
export function table(head: string[], rows: Cell[][]): string[] {
  const cells = [head, ...rows].map((row) => row.map((cell) => String(cell ?? '-')))
  const widths = head.map((_, n) => Math.max(...cells.map((line) => line[n]?.length ?? 0)))
  return cells.map((line) =>
    line
      .map((cell, n) => cell.padEnd(widths[n] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
