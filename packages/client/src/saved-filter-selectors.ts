import type { Filter } from '@doable/contracts/filter'
import { compareKeys } from '@doable/domain/ordering'
import { memo } from './memo.ts'
import type { View } from './view.ts'

const inUse = memo<readonly Filter[]>()
/** The person's filters in their order, without the trash. */
export const activeFilters = ({ filters }: View): readonly Filter[] =>
  inUse([filters], '', () =>
    [...filters.values()].filter(({ trashedAt }) => trashedAt === null).sort(compareKeys),
  )

const favorites = memo<readonly Filter[]>()
/** Those of them that stand at the top of the navigation. */
export const favoriteFilters = (view: View): readonly Filter[] => {
  const all = activeFilters(view)
  return favorites([all], '', () => all.filter(({ favorite }) => favorite))
}
