import css from './bar.module.css'

/** A quantity as a horizontal bar. `text` is its accessible value ("12 open tasks"); `color` any CSS colour. */
export function Bar({
  value,
  max,
  label,
  text,
  color = 'var(--accent)',
}: {
  value: number
  max: number
  label: string
  text: string
  color?: string
}) {
  const part = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    // biome-ignore lint/a11y/useSemanticElements: <meter> cannot be drawn alike in all browsers
    <div
      role="meter"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuetext={text}
      className={css.track}
    >
      <div className={css.bar} style={{ inlineSize: `${part * 100}%`, background: color }} />
    </div>
  )
}
