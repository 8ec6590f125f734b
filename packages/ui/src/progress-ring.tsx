import type { ReactNode } from 'react'
import css from './progress-ring.module.css'

/** How much of something is done, as a ring. `label` says it in words ("3 of 8 done"); children stand in the middle, for the eye only. */
export function ProgressRing({
  value,
  max,
  label,
  size = 96,
  children,
}: {
  value: number
  max: number
  label: string
  size?: number
  children?: ReactNode
}) {
  const width = Math.max(2.5, size / 12)
  const radius = (size - width) / 2
  const length = 2 * Math.PI * radius
  const part = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  const circle = { cx: size / 2, cy: size / 2, r: radius, strokeWidth: width }
  return (
    <div className={css.ring} style={{ inlineSize: size, blockSize: size }}>
      <svg role="img" aria-label={label} width={size} height={size}>
        <circle {...circle} className={css.track} />
        <circle {...circle} className={css.done} strokeDasharray={`${length * part} ${length}`} />
      </svg>
      {children && (
        <div className={css.middle} aria-hidden="true">
          {children}
        </div>
      )}
    </div>
  )
}
