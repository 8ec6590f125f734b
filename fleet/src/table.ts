export type Row = { name: string; pid: number | undefined; port: number | undefined; state: string }

const columns = ['name', 'pid', 'port', 'state'] as const

/** The processes of a fleet as lines for people. */
export function table(rows: Row[]): string[] {
  const head = Object.fromEntries(columns.map((name) => [name, name.toUpperCase()]))
  const cells = [head, ...rows].map((row) => columns.map((name) => String(row[name as keyof Row] ?? '-')))
  const widths = columns.map((_, n) => Math.max(...cells.map((line) => line[n]?.length ?? 0)))
  return cells.map((line) =>
    line
      .map((cell, n) => cell.padEnd(widths[n] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
