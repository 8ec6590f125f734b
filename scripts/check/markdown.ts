/** A fenced block of code; `language` and `words` are what follows the opening fence. Lines count from 1. */
export type Block = { line: number; endLine: number; language: string; words: string[]; text: string }
/** Something that a text points at; a target is as it is written. */
export type Link = { line: number; target: string }

const opening = /^( *)(`{3,}|~{3,})\s*([^`]*)$/

/** The fenced blocks of a text, in order (CommonMark, section 4.5). What is never closed goes on to the end. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const [, indent = '', fence, info = ''] = opening.exec(lines[at] ?? '') ?? []
    if (!fence) continue
    const isClosing = (line: string) => line.trim().startsWith(fence) && /^ *(`+|~+) *$/.test(line)
    const ends = lines.findIndex((line, n) => n > at && isClosing(line))
    const end = ends < 0 ? lines.length : ends
    const [language = '', ...words] = info.trim().split(/\s+/)
    const inside = lines
      .slice(at + 1, end)
      .map((line) => line.replace(new RegExp(`^ {0,${indent.length}}`), ''))
    blocks.push({ line: at + 1, endLine: end + 1, language, words, text: `${inside.join('\n')}\n` })
    at = end
  }
  return blocks
}

/** The lines of a text without its fenced blocks, which stay as empty lines. */
function prose(text: string): string[] {
  const lines = text.split('\n')
  for (const { line, endLine } of blocksOf(text)) lines.fill('', line - 1, endLine)
  return lines
}

const withoutCode = (line: string) => line.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '')
const link = /!?\[[^\]]*\]\(\s*<?([^()\s>]*(?:\([^()\s]*\)[^()\s>]*)*)>?(?:\s+"[^"]*")?\s*\)/g
const outer = /\]\(\s*([^()\s]+)\s*\)/g
const definition = /^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)/g
const element = /<(?:a|img|source)\b[^>]*?\b(?:href|src|srcset)="([^"]+)"/g

/** What a text points at: links, pictures, definitions, and those written as HTML. */
export function linksOf(text: string): Link[] {
  return prose(text).flatMap((whole, at) => {
    const line = withoutCode(whole)
    const targets = [link, outer, definition, element].flatMap((form) =>
      [...line.matchAll(form)].map(([, target = '']) => target),
    )
    return [...new Set(targets)].map((target) => ({ line: at + 1, target }))
  })
}

/** What a heading is called in an address, as GitHub does it. */
const slug = (heading: string) =>
  heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')

/** The names of the places that `#name` can point at. */
export function anchorsOf(text: string): Set<string> {
  const seen = new Map<string, number>()
  const anchors = new Set<string>()
  for (const line of prose(text)) {
    for (const [, id = ''] of line.matchAll(/\b(?:id|name)="([^"]+)"/g)) anchors.add(id)
    const heading = /^ {0,3}#{1,6}\s+(.*?)\s*#*\s*$/.exec(line)?.[1]
    if (heading === undefined) continue
    const name = slug(heading)
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    anchors.add(before ? `${name}-${before}` : name)
  }
  return anchors
}
