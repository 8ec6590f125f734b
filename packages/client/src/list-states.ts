import type { List } from '@doable/contracts/list'

/** A list in use: neither in the trash nor in the archive, and no template. */
export const isShown = (list: List | undefined): boolean =>
  list !== undefined && list.trashedAt === null && list.archivedAt === null && list.templateAt === null

/** A template that is not in the trash. */
export const isTemplate = (list: List | undefined): boolean =>
  list !== undefined && list.trashedAt === null && list.templateAt !== null

/** What a patch calls the states of a list. */
export const statesOf = ({ archivedAt, templateAt }: List) => ({
  archived: archivedAt !== null,
  template: templateAt !== null,
})
