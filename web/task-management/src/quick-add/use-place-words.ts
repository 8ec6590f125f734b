import type { QuickAddFields } from '@doable/domain/quick-add/fields'
import { useLingui } from '@lingui/react/macro'
import type { Options } from './use-quick-add.ts'

const named = <T extends { name: string }>(all: readonly T[], name: string | null) =>
  all.find((each) => each.name.toLowerCase() === name?.toLowerCase())

/** Where a task will be: the place that was typed, new ones named as new, otherwise the place where it is added. */
export function usePlaceWords({ lists, here, me }: Options) {
  const { t } = useLingui()
  const inList = (list: string, section: string | undefined) =>
    section === undefined ? t`in ${list}` : t`in ${list} / ${section}`
  const inNewList = (list: string, section: string | null) =>
    section === null ? t`in the new list ${list}` : t`in the new list ${list} / ${section}`
  return ({ listName, sectionName }: Pick<QuickAddFields, 'listName' | 'sectionName'>): string => {
    const own = lists.find(({ id }) => id === (here.listId ?? me.id))
    const list = listName === null ? own : named(lists, listName)
    if (!list) return listName === null ? '' : inNewList(listName, sectionName)
    const stays = sectionName === null && list === own
    if (sectionName === null)
      return inList(
        list.name,
        stays ? list.sections.find(({ id }) => id === here.sectionId)?.name : undefined,
      )
    const section = named(list.sections, sectionName)
    return section ? inList(list.name, section.name) : t`in ${list.name} / new section ${sectionName}`
  }
}
