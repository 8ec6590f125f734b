import type { ViewColumn } from '@doable/contracts/view'
import type { PointerEvent } from 'react'
import css from './table.module.css'
import type { Columns } from './use-columns.ts'

/** The border of a column, to be pulled. The keyboard and the heading's menu do the same. */
export function Resizer({ column, columns }: { column: ViewColumn; columns: Columns }) {
  const begin = (event: PointerEvent<HTMLElement>) => {
    const border = event.currentTarget
    const start = border.parentElement?.getBoundingClientRect().width ?? 0
    const from = event.clientX
    const sign = getComputedStyle(border).direction === 'rtl' ? -1 : 1
    border.setPointerCapture(event.pointerId)
    const widthAt = (x: number) => start + (x - from) * sign
    const pull = ({ clientX }: globalThis.PointerEvent) => columns.preview(column, widthAt(clientX))
    const end = ({ clientX }: globalThis.PointerEvent) => {
      border.removeEventListener('pointermove', pull)
      if (Math.abs(clientX - from) > 2) columns.setWidth(column, widthAt(clientX))
    }
    border.addEventListener('pointermove', pull)
    border.addEventListener('lostpointercapture', end, { once: true })
    event.preventDefault()
  }
  return <span className={css.resizer} data-resizer aria-hidden="true" onPointerDown={begin} />
}
