import type { ViewColumn } from '@doable/contracts/view'
import { isAscending } from '@doable/domain/view-sorting'
import type { MenuSection } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Columns3, EyeOff } from 'lucide-react'
import type { PageModel } from '../page/model.ts'
import { allColumns, movedColumn, sortOf } from './columns.ts'
import { useColumnWords } from './use-column-words.ts'
import type { Columns } from './use-columns.ts'

/** One step wider or narrower, in pixels. */
export const step = 24

/** All that a heading's menu offers: what pulling and pressing it do too, and which columns there are. */
export function useColumnMenu(column: ViewColumn, columns: Columns, model: PageModel): MenuSection[] {
  const { t } = useLingui()
  const words = useColumnWords()
  const sort = model.sortable ? sortOf(column) : undefined
  const order = (ascending: boolean) => () => {
    if (sort) model.setOptions({ sort, descending: isAscending({ sort, descending: false }) !== ascending })
  }
  const able = (by: 1 | -1) => movedColumn(columns.columns, column, by) !== columns.columns
  const places = [
    {
      id: 'start',
      label: t`Move to the start`,
      icon: <ArrowLeft />,
      disabled: !able(-1),
      run: () => columns.move(column, -1),
    },
    {
      id: 'end',
      label: t`Move to the end`,
      icon: <ArrowRight />,
      disabled: !able(1),
      run: () => columns.move(column, 1),
    },
    { id: 'hide', label: t`Hide column`, icon: <EyeOff />, run: () => columns.show(column, false) },
  ]
  const all = allColumns
    .filter((each) => each !== 'title')
    .map((each) => {
      const shown = columns.columns.includes(each)
      return { id: each, label: words[each], checked: shown, run: () => columns.show(each, !shown) }
    })
  const sorts = [
    { id: 'up', label: t`Sort upwards`, icon: <ArrowUp />, run: order(true) },
    { id: 'down', label: t`Sort downwards`, icon: <ArrowDown />, run: order(false) },
  ]
  return [
    ...(sort ? [{ items: sorts }] : []),
    ...(column === 'title' ? [] : [{ items: places }]),
    {
      items: [
        { id: 'wider', label: t`Wider`, run: () => columns.widen(column, step) },
        { id: 'narrower', label: t`Narrower`, run: () => columns.widen(column, -step) },
      ],
    },
    { items: [{ id: 'columns', label: t`Columns`, icon: <Columns3 />, items: all }] },
  ]
}
