import { fold } from '@doable/domain/fold'

/** The name being typed at the caret: `#Wor`, `@err`, `/Ba`. `start` is where its sign stands. */
export type Wanted = { sign: '#' | '@' | '/'; words: string; start: number; end: number }

const pattern = /(?:^|\s)([#@/])"?([\p{L}\p{N}\p{M}\p{Extended_Pictographic}_&.+\- ]{0,60})$/u

/** What name the caret stands behind; nothing elsewhere. A name of several words counts while it begins a known one. */
export function wantedAt(
  text: string,
  caret: number,
  isKnown: (words: string) => boolean,
): Wanted | undefined {
  const found = pattern.exec(text.slice(0, caret))
  if (!found) return undefined
  const [all, sign, words = ''] = found
  if (words.includes(' ') && !isKnown(words)) return undefined
  return { sign: sign as Wanted['sign'], words, start: caret - all.trimStart().length, end: caret }
}

const most = 6

/** The names that fit what was typed, those that begin with it first. Nothing when it is one of them already. */
export function fitting(names: readonly string[], words: string): string[] {
  const typed = fold(words)
  if (names.some((name) => fold(name) === typed)) return []
  const begins = names.filter((name) => fold(name).startsWith(typed))
  const holds = names.filter((name) => !fold(name).startsWith(typed) && fold(name).includes(typed))
  return [...begins, ...holds].slice(0, most)
}

/** The line with the chosen name in place of what was typed, and where the caret then stands. */
export function fillIn(text: string, { sign, start, end }: Wanted, name: string) {
  const rest = text.slice(end)
  const written = `${sign}${/[\s/]/.test(name) && sign === '/' ? `"${name}"` : name}`
  const filled = `${text.slice(0, start)}${written}${rest.startsWith(' ') ? '' : ' '}${rest}`
  return { text: filled, caret: start + written.length + 1 }
}
