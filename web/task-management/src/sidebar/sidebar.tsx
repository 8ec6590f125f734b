import { ArchivedLists } from './archived-lists.tsx'
import { LabelLinks } from './label-links.tsx'
import { ListLinks } from './list-links.tsx'
import { TrashLink } from './trash-link.tsx'

/** The part of the navigation that is the person's own: lists, labels, what is put away. */
export const Sidebar = () => (
  <>
    <ListLinks />
    <LabelLinks />
    <ArchivedLists />
    <TrashLink />
  </>
)
