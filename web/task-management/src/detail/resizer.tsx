import { useLingui } from '@lingui/react/macro'
import type { KeyboardEvent, PointerEvent } from 'react'
import css from './detail-panel.module.css'
import { narrowest, widest } from './use-panel-width.ts'

const isRtl = () => document.documentElement.dir === 'rtl'

/** The edge of the panel: dragged, or moved with the arrows (the window splitter of the ARIA Authoring Practices). */
export function Resizer({ width, onChange }: { width: number; onChange(width: number): void }) {
  const { t } = useLingui()
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = event.currentTarget.parentElement?.getBoundingClientRect()
    if (box) onChange(isRtl() ? event.clientX - box.left : box.right - event.clientX)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: 16, ArrowRight: -16 }[event.key]
    if (!step) return
    event.preventDefault()
    onChange(width + (isRtl() ? -step : step))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved has a value, which hr has not
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t`Width of the details`}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      className={css.resizer}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onChange(400)}
    />
  )
}
