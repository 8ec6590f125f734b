import { number } from '@doable/ui/format'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { Link } from 'react-router'
import css from './columns.module.css'

export type Column = {
  key: string
  /** Under the column: "Mon". */
  name: string
  value: number
  /** The whole column in words: "Monday, 23 November: 3 due". */
  label: string
  to: string
  strong?: boolean
}

/** Quantities side by side. It is a list of links, so that it reads well without being seen. */
export function Columns({ columns, label }: { columns: Column[]; label: string }) {
  const highest = Math.max(1, ...columns.map(({ value }) => value))
  return (
    <ol className={css.columns} aria-label={label}>
      {columns.map((column) => (
        <li key={column.key}>
          <Link to={column.to} className={css.column} data-strong={column.strong || undefined}>
            <VisuallyHidden>{column.label}</VisuallyHidden>
            <span aria-hidden="true" className={css.value}>
              {number(column.value)}
            </span>
            <span className={css.space}>
              <span className={css.bar} style={{ blockSize: `${(column.value / highest) * 100}%` }} />
            </span>
            <span aria-hidden="true" className={css.name}>
              {column.name}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  )
}
