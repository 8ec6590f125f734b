import type { Mark } from '@doable/domain/query/mark'

/** What is written for each pane of a query: its text, cut at the commas between panes. */
export function paneTexts(text: string, marks: readonly Mark[]): string[] {
  const commas = marks.filter(({ kind, start }) => kind === 'operator' && text[start] === ',')
  const cuts = [-1, ...commas.map(({ start }) => start), text.length]
  return cuts.slice(1).map((end, at) => text.slice((cuts[at] ?? 0) + 1, end).trim())
}
