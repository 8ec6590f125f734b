import css from './avatar.module.css'
import { type Hue, hue, hues } from './hue.ts'

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const first = (word: string) => [...letters.segment(word)][0]?.segment ?? ''

/** "Ada King Lovelace" is AL; one word gives one letter. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const last = words.length > 1 ? first(words.at(-1) ?? '') : ''
  return (first(words[0] ?? '') + last).toLocaleUpperCase()
}

const hueOf = (name: string): Hue => {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return hues[sum % hues.length] ?? 'gray'
}

/** A person's picture, or their initials. Decorative: the name always stands beside it or is the label of its button. */
export function Avatar({
  name,
  picture,
  size = 28,
}: {
  name: string
  picture?: string | null | undefined
  size?: number
}) {
  const box = { inlineSize: size, blockSize: size, fontSize: Math.round(size * 0.4) }
  if (picture) return <img className={css.avatar} src={picture} alt="" style={box} />
  return (
    <span
      className={css.avatar}
      style={{ ...box, background: hue(hueOf(name)) }}
      data-initials={initials(name)}
      aria-hidden="true"
    />
  )
}
