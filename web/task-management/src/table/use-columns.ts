import type { ViewColumn } from '@doable/contracts/view'
import { announce } from '@doable/ui/announce'
import { useLingui } from '@lingui/react/macro'
import { type CSSProperties, useMemo, useRef } from 'react'
import type { PageModel } from '../page/model.ts'
import { columnsOf, isUsual, movedColumn, widthOf, withColumn, within } from './columns.ts'
import { useColumnWords } from './use-column-words.ts'

const name = (column: ViewColumn) => `--w-${column}`
/** Where there is little room the title, which stays in sight, leaves some of it to the others. */
const titleWidth = `min(var(${name('title')}), 60cqi)`

/** The widths as variables, so that pulling a border draws no row anew, and the template that rows are laid out by. */
function layoutOf(columns: readonly ViewColumn[], width: (column: ViewColumn) => number): CSSProperties {
  const rest = columns.filter((column) => column !== 'title').map((column) => `var(${name(column)})`)
  return {
    ...Object.fromEntries(columns.map((column) => [name(column), `${width(column)}px`])),
    '--first': titleWidth,
    '--columns': [`minmax(${titleWidth}, 1fr)`, ...rest].join(' '),
    '--whole': `calc(${[titleWidth, ...rest].join(' + ')})`,
  } as CSSProperties
}

/** The columns of a table: which, how wide, in which order, and what changes that. */
export function useColumns(model: PageModel) {
  const { t } = useLingui()
  const words = useColumnWords()
  const table = useRef<HTMLDivElement>(null)
  const { options, setOptions } = model
  const { columns: chosen, widths } = options
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns are made of what is chosen
  const columns = useMemo(() => columnsOf(model), [chosen])
  const keep = (next: readonly ViewColumn[]) =>
    setOptions({ columns: isUsual(next, model) ? null : [...next] })
  const setWidth = (column: ViewColumn, width: number) => {
    setOptions({ widths: { ...widths, [column]: within(width) } })
    const [what, pixels] = [words[column], within(width)]
    announce(t`${what}: ${pixels} pixels wide`)
  }
  return {
    table,
    columns,
    style: layoutOf(columns, (column) => widthOf(model, column)),
    show: (column: ViewColumn, shown: boolean) => keep(withColumn(columns, column, shown)),
    move(column: ViewColumn, by: 1 | -1) {
      keep(movedColumn(columns, column, by))
      const what = words[column]
      announce(by > 0 ? t`${what} moved to the end` : t`${what} moved to the start`)
    },
    /** While a border is pulled. */
    preview: (column: ViewColumn, width: number) =>
      table.current?.style.setProperty(name(column), `${within(width)}px`),
    setWidth,
    widen: (column: ViewColumn, by: number) => setWidth(column, widthOf(model, column) + by),
  }
}
export type Columns = ReturnType<typeof useColumns>
