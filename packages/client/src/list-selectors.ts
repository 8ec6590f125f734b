import type { Label } from '@doable/contracts/label'
import type { List, Section } from '@doable/contracts/list'
import { compareKeys } from '@doable/domain/ordering'
import { isShown, isTemplate } from './list-states.ts'
import { memo } from './memo.ts'
import { newestFirst } from './selectors.ts'
import type { View } from './view.ts'

const inOrder = memo<readonly List[]>()
/** Lists that are in use: the Inbox, then the others in the person's order. */
export const activeLists = ({ lists }: View): readonly List[] =>
  inOrder([lists], '', () =>
    [...lists.values()]
      .filter(isShown)
      .sort((a, b) => Number(b.isInbox) - Number(a.isInbox) || compareKeys(a, b)),
  )

const archive = memo<readonly List[]>()
export const archivedLists = ({ lists }: View): readonly List[] =>
  archive([lists], '', () =>
    [...lists.values()]
      .filter((list) => list.trashedAt === null && list.archivedAt !== null && list.templateAt === null)
      .sort(compareKeys),
  )

const patterns = memo<readonly List[]>()
/** Templates in the person's order. */
export const templates = ({ lists }: View): readonly List[] =>
  patterns([lists], '', () => [...lists.values()].filter(isTemplate).sort(compareKeys))

const listBin = memo<readonly List[]>()
export const trashedLists = ({ lists }: View): readonly List[] =>
  listBin([lists], '', () =>
    [...lists.values()]
      .filter((list) => list.trashedAt !== null)
      .sort((a, b) => newestFirst(a.trashedAt, b.trashedAt) || compareKeys(a, b)),
  )

const headings = memo<readonly Section[]>()
export const sectionsOfList = ({ sections }: View, listId: string): readonly Section[] =>
  headings([sections], listId, () =>
    [...sections.values()]
      .filter((section) => section.listId === listId && section.trashedAt === null)
      .sort(compareKeys),
  )

const words = memo<readonly Label[]>()
export const activeLabels = ({ labels }: View): readonly Label[] =>
  words([labels], '', () =>
    [...labels.values()].filter(({ trashedAt }) => trashedAt === null).sort(compareKeys),
  )
