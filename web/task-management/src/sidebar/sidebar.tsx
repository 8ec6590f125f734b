import { useView } from '@doable/client/react'
import type { View } from '@doable/client/view'
import { taskLink } from '@doable/domain/task-link'
import { lazily } from '@doable/ui/lazily'
import { useLingui } from '@lingui/react/macro'
import { LayoutTemplate, Trash2 } from 'lucide-react'
import type { CSSProperties } from 'react'
import { ArchivedLists } from './archived-lists.tsx'
import { LabelLinks } from './label-links.tsx'
import { ListLinks } from './list-links.tsx'
import { PlaceLink } from './place-link.tsx'
import css from './sidebar.module.css'

const filters = () => import('../filters/filter-links.tsx')
const FilterLinks = lazily(async () => (await filters()).FilterLinks)
const FavoriteLinks = lazily(async () => (await filters()).FavoriteLinks)

/** Counted here and not asked of the selectors of filters, which come late too. */
const countOfFavorites = ({ filters }: View): number =>
  [...filters.values()].filter(({ favorite, trashedAt }) => favorite && trashedAt === null).length

/** The part of the navigation that is the person's own: favourites, lists, labels, filters, what is put away. */
export function Sidebar() {
  const { t } = useLingui()
  // What reads queries is fetched late; until then favourites have their room, so that nothing below them jumps.
  const loaded = useView((view) => view.loaded)
  const favorites = useView(countOfFavorites)
  return (
    <>
      <div
        className={favorites > 0 ? css.favorites : undefined}
        style={{ '--favorites': favorites } as CSSProperties}
      >
        {loaded && <FavoriteLinks />}
      </div>
      <ListLinks />
      <LabelLinks />
      {loaded && <FilterLinks />}
      <ArchivedLists />
      <div className={css.part}>
        <PlaceLink to={taskLink({ view: 'templates' })} icon={<LayoutTemplate />} name={t`Templates`} />
        <PlaceLink to={taskLink({ view: 'trash' })} icon={<Trash2 />} name={t`Trash`} />
      </div>
    </>
  )
}
