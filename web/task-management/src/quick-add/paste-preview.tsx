import type { QuickLine } from '@doable/domain/quick-add/parse-lines'
import { plural } from '@lingui/core/macro'
import css from './quick-add.module.css'
import type { Part } from './use-parts.ts'

/** So many lines are shown of what was pasted; the rest is a number. */
const most = 8

function depthOf(lines: readonly QuickLine[], at: number): number {
  let depth = 0
  for (let line = lines[at]; line?.parent !== undefined; line = lines[line.parent]) depth++
  return depth
}

/** The tasks that pasted lines would become: their titles, set in like the lines, and what was understood of each. */
export function PastePreview({
  lines,
  partsOf,
}: {
  lines: readonly QuickLine[]
  partsOf(parsed: QuickLine['parsed']): Part[]
}) {
  const rest = lines.length - most
  return (
    <ul className={css.preview}>
      {lines.slice(0, most).map(({ parsed }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines stand still
        <li key={at} dir="auto" style={{ paddingInlineStart: Math.min(depthOf(lines, at), 4) * 16 }}>
          {parsed.title}{' '}
          <span className={css.said}>
            {partsOf(parsed)
              .filter(({ starts }) => starts.length > 0)
              .map(({ words }) => words)
              .join(', ')}
          </span>
        </li>
      ))}
      {rest > 0 && <li className={css.said}>{plural(rest, { one: 'and # more', other: 'and # more' })}</li>}
    </ul>
  )
}
