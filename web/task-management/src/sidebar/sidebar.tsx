import { useView } from '@doable/client/react'
import { lazily } from '@doable/ui/lazily'
import { ArchivedLists } from './archived-lists.tsx'
import { LabelLinks } from './label-links.tsx'
import { ListLinks } from './list-links.tsx'
import { TrashLink } from './trash-link.tsx'

const filters = () => import('../filters/filter-links.tsx')
const FilterLinks = lazily(async () => (await filters()).FilterLinks)
const FavoriteLinks = lazily(async () => (await filters()).FavoriteLinks)

/** The part of the navigation that is the person's own: favourites, lists, labels, filters, what is put away. */
export function Sidebar() {
  // What reads queries is fetched late, and waits for the store anyway.
  const loaded = useView((view) => view.loaded)
  return (
    <>
      {loaded && <FavoriteLinks />}
      <ListLinks />
      <LabelLinks />
      {loaded && <FilterLinks />}
      <ArchivedLists />
      <TrashLink />
    </>
  )
}
