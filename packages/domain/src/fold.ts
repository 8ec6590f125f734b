const letters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
}
const special = /[ßøłđðþæœıς]/g

/**
 * Text as search compares it: without case, accents and letter forms, in any script (Unicode NFKD). Marks go before
 * normalising as well as after: putting a long run of them in order takes the square of its length.
 */
export function fold(text: string): string {
  if (/^[\n -~]*$/.test(text)) return text.toLowerCase()
  const bare = text.replace(/\p{M}/gu, '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return bare.replace(special, (letter) => letters[letter] as string)
}
