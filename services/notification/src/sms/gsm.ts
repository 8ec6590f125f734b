/** How much one SMS holds: 160 septets of GSM-7, or 70 units of UTF-16 as soon as one letter is not in that alphabet (3GPP TS 23.038). */
export const mostSeptets = 160
export const mostUnits = 70

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Each takes two: an escape goes before it. */
const extended = new Set('^{}\\[~]|€')

/** What a text takes in the alphabet of SMS; undefined where a letter is not in it. */
export function septetsOf(text: string): number | undefined {
  let count = 0
  for (const letter of text) {
    if (basic.has(letter)) count += 1
    else if (extended.has(letter)) count += 2
    else return undefined
  }
  return count
}

const plain: [RegExp, string][] = [
  [/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' '],
  [/\s+/gu, ' '],
  [/[“”„‟«»″]/g, '"'],
  [/[‘’‚‛‹›′]/g, "'"],
  [/[‐‑‒–—―−]/g, '-'],
  [/…/g, '...'],
  [/•/g, '*'],
]
/** On one line, with the signs that every keyboard has: one dash of a typesetter would halve what fits. */
export const plainSigns = (text: string): string =>
  plain.reduce((so, [from, to]) => so.replace(from, to), text.normalize('NFC')).trim()

/** What Unicode does not take for a letter with an accent. */
const bareLetters = new Map(Object.entries({ ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', œ: 'oe', Œ: 'OE' }))

/** What can be said of a text in the alphabet of SMS: letters lose accents that it lacks, what it does not know is left out. */
export function folded(text: string): string {
  const known = [...text].map((letter) => {
    if (septetsOf(letter) !== undefined) return letter
    const bare = bareLetters.get(letter) ?? letter.normalize('NFKD').replace(/\p{M}/gu, '')
    return septetsOf(bare) === undefined ? '' : bare
  })
  return known.join('').replace(/ +/g, ' ').trim()
}
