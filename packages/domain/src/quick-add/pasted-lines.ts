/** One of many lines: its text, and the place among the lines of the task it hangs below. */
export type PastedLine = { text: string; parent: number | undefined }

const bullet = /^(?:[-*+] \[[ xX]?\]|\[[ xX]?\]|[-*+•–]|\d{1,3}[.)])\s+/
const indentOf = (line: string) => {
  const blanks = /^[\t ]*/.exec(line)?.[0] ?? ''
  return [...blanks].reduce((width, blank) => width + (blank === '\t' ? 4 : 1), 0)
}

/** Text as lines for tasks: each that says something, without its bullet; those set in hang below the one they follow. */
export function pastedLines(text: string): PastedLine[] {
  const lines: PastedLine[] = []
  const above: { indent: number; at: number }[] = []
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const said = line.trim().replace(bullet, '').replace(/\s+/g, ' ').trim()
    if (!said) continue
    const indent = indentOf(line)
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop()
    const parent = above.at(-1)?.at
    above.push({ indent, at: lines.length })
    lines.push({ text: said, parent })
  }
  return lines
}

/** What is typed or sent, as lines: one line stands as it is, several are read as if they were pasted. */
export const linesOf = (text: string): PastedLine[] =>
  /[\n\r\u2028\u2029]/.test(text.trim()) ? pastedLines(text) : [{ text: text.trim(), parent: undefined }]
