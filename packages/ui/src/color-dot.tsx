import css from './color-dot.module.css'
import { type Hue, hue } from './hue.ts'

/** A list's or label's colour; decorative, its name stands beside it. */
export const ColorDot = ({ color, size = 10 }: { color: Hue; size?: number }) => (
  <span
    className={css.dot}
    style={{ background: hue(color), inlineSize: size, blockSize: size }}
    aria-hidden="true"
  />
)
