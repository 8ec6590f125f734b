import { folded, mostSeptets, mostUnits, plainSigns, septetsOf } from './gsm.ts'

/** Fewer letters of a title than these say nothing. */
const leastUnits = 8

/**
 * What an SMS is to say: `said` is a sentence with `title` in it, `bare` what is left to say where the title cannot be said.
 * `link` is empty or an address as `URL` writes it, every letter of which is in the alphabet.
 */
export type Saying = { said: string; title: string; bare: string; link: string }

/**
 * The text of one SMS, never of two: what is said and the link, which is whole or not there. Where letters are missing in
 * GSM-7 it is UCS-2, as long as enough of the title finds a place beside the link; else what GSM-7 can say of it.
 */
export function smsText({ said, title, bare, link }: Saying): string {
  const [sentence, name] = [plainSigns(said), plainSigns(title)]
  const end = link && link.length < mostSeptets ? ` ${link}` : ''
  if (septetsOf(sentence) !== undefined) return joined(sentence, end, septets)
  const wide = [sentence, name].find((text) => fits(text + end, units))
  if (wide) return joined(wide, end, units)
  if (units.most - end.length >= leastUnits + units.ellipsis.length) return joined(name, end, units)
  // A title that GSM-7 knows no letter of leaves a colon behind.
  return joined(folded(name) ? folded(sentence) : folded(plainSigns(bare)), end, septets)
}

type Alphabet = { most: number; ellipsis: string; size(text: string): number }
const septets: Alphabet = {
  most: mostSeptets,
  ellipsis: '...',
  size: (text) => septetsOf(text) ?? Number.POSITIVE_INFINITY,
}
const units: Alphabet = { most: mostUnits, ellipsis: '…', size: (text) => text.length }

const fits = (text: string, { most, size }: Alphabet) => size(text) <= most

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Shortened between what readers take for letters, so that no emoji or accent is cut in half. */
function joined(text: string, end: string, alphabet: Alphabet): string {
  if (fits(text + end, alphabet)) return text + end
  const rest = alphabet.most - alphabet.size(end) - alphabet.ellipsis.length
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    if (alphabet.size(kept + segment) > rest) break
    kept += segment
  }
  return kept.trimEnd() + alphabet.ellipsis + end
}
