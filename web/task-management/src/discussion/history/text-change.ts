/** What of a text is another now, with a little of what stands around it. */
export type TextChange = { before: string; removed: string; added: string; after: string }

const around = 30
const most = 160

const isGap = (letter: string | undefined) => letter === undefined || /\s/.test(letter)

/** How many code points two texts have in common from their start, in whole words unless these are long. */
function commonWords(a: readonly string[], b: readonly string[]): number {
  let same = 0
  while (same < a.length && a[same] === b[same]) same += 1
  if (isGap(a[same]) && isGap(b[same])) return same
  let start = same
  while (start > 0 && same - start < around && !isGap(a[start - 1])) start -= 1
  return start === 0 || isGap(a[start - 1]) ? start : same
}

const cut = (text: string[], from: 'start' | 'end') => {
  if (text.length <= around) return text.join('')
  return from === 'start' ? `…${text.slice(-around).join('')}` : `${text.slice(0, around).join('')}…`
}
const shortened = (text: string[]) =>
  text.length <= most
    ? text.join('')
    : `${text.slice(0, most / 2).join('')} … ${text.slice(-most / 2).join('')}`

/** The difference between two texts as one place in them, in whole words and shortened where it is long. */
export function textChange(from: string, to: string): TextChange {
  const [a, b] = [[...from], [...to]]
  const start = commonWords(a, b)
  const end = commonWords(a.slice(start).reverse(), b.slice(start).reverse())
  return {
    before: cut(a.slice(0, start), 'start'),
    removed: shortened(a.slice(start, a.length - end)),
    added: shortened(b.slice(start, b.length - end)),
    after: cut(a.slice(a.length - end), 'end'),
  }
}
