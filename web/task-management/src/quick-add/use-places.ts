import { activeLabels, sectionsOfList } from '@doable/client/list-selectors'
import { memo } from '@doable/client/memo'
import { usePerson, useView } from '@doable/client/react'
import type { Place } from '@doable/domain/quick-add/place'
import { useLingui } from '@lingui/react/macro'
import { nameOf } from '../names/use-assignee.ts'
import { useListNames } from '../names/use-list-name.ts'
import { writableLists } from '../pickers/writable-lists.ts'

const places = memo<readonly Place[]>()
/** The lists that tasks can be put into, as quick add must know them, a template only where the line is typed: the same array until something of it changes. */
export function usePlaces(here?: string): readonly Place[] {
  const nameOfList = useListNames()
  const me = usePerson()
  const { i18n } = useLingui()
  return useView((view) =>
    places([view.lists, view.sections, me?.name], `${i18n.locale} ${here ?? ''}`, () =>
      writableLists(view, here).map((list) => ({
        id: list.id,
        name: nameOfList(list),
        sections: sectionsOfList(view, list.id),
        members: list.members.map((member) => ({ id: member.id, name: nameOf(member, me) })),
      })),
    ),
  )
}

const names = memo<readonly string[]>()
/** The person's labels by name: the same array until one changes. */
export const useLabelNames = (): readonly string[] =>
  useView((view) => names([view.labels], '', () => activeLabels(view).map(({ name }) => name)))
