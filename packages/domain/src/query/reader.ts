import type { Name } from './ast.ts'
import type { Expected, QueryFault } from './fault.ts'
import { type Limit, limits } from './limits.ts'
import type { Mark, MarkKind } from './mark.ts'

/** Ends the reading where a query stops being one. It never leaves the parser. */
export class Stop extends Error {
  readonly fault: QueryFault
  constructor(fault: QueryFault) {
    super(fault.expected)
    this.fault = fault
  }
}

const blank = /\s/u
const operator = /[&|!(),]/
/** A sign right before a name, after a blank: another term begins here, and an operator is missing. */
const sign = /[#@/]/

/** A place in the text of a query, and what has been used up on the way there. */
export class Reader {
  readonly text: string
  readonly marks: Mark[] = []
  at = 0
  private readonly used: Partial<Record<Limit, number>> = {}

  constructor(text: string) {
    this.text = text
  }

  /** @throws Stop, always */
  stop(expected: Expected, start = this.at, end = this.wordEnd(start)): never {
    throw new Stop({ start, end, expected, found: this.text.slice(start, end) })
  }

  private wordEnd(start: number): number {
    let end = Math.min(start + 1, this.text.length)
    if (operator.test(this.text[start] ?? '')) return end
    while (end < this.text.length && !this.endsWord(end)) end++
    return end
  }

  private endsWord(at: number): boolean {
    const char = this.text[at] as string
    return blank.test(char) || operator.test(char)
  }

  /** One more of something limited; the error covers the text from `start`. */
  spend(limit: Limit, start: number, count = 1): void {
    const used = (this.used[limit] ?? 0) + count
    if (used > limits[limit]) this.stop(limit, start, Math.max(this.at, start + 1))
    this.used[limit] = used
  }

  /** Goes in behind a parenthesis or `!` that stands at `start`. */
  nest(depth: number, start: number): void {
    if (depth > limits.depth) this.stop('depth', start, start + 1)
  }

  skipBlanks(): void {
    while (this.at < this.text.length && blank.test(this.text[this.at] as string)) this.at++
  }

  /** Takes an operator if it is the next thing. */
  takes(char: string): boolean {
    this.skipBlanks()
    if (this.text[this.at] !== char) return false
    this.mark('operator', this.at, ++this.at)
    return true
  }

  mark(kind: MarkKind, start: number, end: number): void {
    this.marks.push({ kind, start, end })
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length
  }

  private startsTerm(at: number): boolean {
    const [char = '', next = ' '] = [this.text[at], this.text[at + 1]]
    return sign.test(char) && !blank.test(next) && blank.test(this.text[at - 1] ?? '')
  }

  /** Where unquoted text ends that begins here: before an operator, the next term or `until`, and without blanks. */
  runEnd(from: number, until = ''): number {
    let at = from
    let end = from
    for (; at < this.text.length; at++) {
      const char = this.text[at] as string
      if (operator.test(char) || char === until || this.startsTerm(at)) break
      if (char === '\\' && at + 1 < this.text.length) at++
      else if (blank.test(char)) continue
      end = at + 1
    }
    return end
  }

  /** A name up to the next operator, or between quotes; empty where there is none. `quoted` names are nothing but names. */
  name(): { name: Name; quoted: boolean; start: number } {
    this.skipBlanks()
    const start = this.at
    const quoted = this.text[start] === '"'
    const pieces = quoted ? [this.quotedText()] : this.pieces(this.runEnd(start))
    return { name: pieces.length === 1 && pieces[0] === '' ? [] : pieces, quoted, start }
  }

  private pieces(end: number): string[] {
    const pieces: string[] = []
    let piece = ''
    for (; this.at < end; this.at++) {
      const char = this.text[this.at] as string
      if (char === '*') {
        this.spend('wildcards', this.at)
        if (pieces.length === 0 || piece !== '') pieces.push(piece)
        piece = ''
      } else piece += char === '\\' && this.at + 1 < end ? this.text[++this.at] : char
    }
    pieces.push(piece)
    return pieces
  }

  /** Words up to the next operator, or between quotes; a sign among them is one of them. */
  words(): string {
    if (this.text[this.at] === '"') return this.quotedText()
    let text = ''
    for (; !this.isAtEnd && !operator.test(this.text[this.at] as string); this.at++) {
      const char = this.text[this.at] as string
      text += char === '\\' && this.at + 1 < this.text.length ? this.text[++this.at] : char
    }
    return text
  }

  private quotedText(): string {
    const start = this.at++
    let text = ''
    for (; !this.isAtEnd && this.text[this.at] !== '"'; this.at++) {
      const char = this.text[this.at] as string
      text += char === '\\' && this.at + 1 < this.text.length ? this.text[++this.at] : char
    }
    if (this.isAtEnd) this.stop('quote', start, this.text.length)
    this.at++
    return text
  }
}
