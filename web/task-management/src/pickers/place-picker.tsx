import './words.ts'
import { sameItems, useView } from '@doable/client/react'
import { compareKeys } from '@doable/domain/ordering'
import { ColorDot } from '@doable/ui/color-dot'
import { useLingui } from '@lingui/react/macro'
import { Inbox } from 'lucide-react'
import { useMemo } from 'react'
import { useListNames } from '../names/use-list-name.ts'
import { Picker } from './picker.tsx'
import type { Choice } from './use-picker.tsx'
import { writableLists } from './writable-lists.ts'

export type ListPlace = { listId: string; sectionId: string | null }
const idOf = ({ listId, sectionId }: ListPlace) => `${listId} ${sectionId ?? ''}`

function useChoices(current: ListPlace | undefined) {
  const names = useListNames()
  const lists = useView((view) => writableLists(view, current?.listId), sameItems)
  const sections = useView((view) => view.sections)
  return useMemo(() => {
    const places = new Map<string, ListPlace & { name: string }>()
    const choices: Choice[] = []
    const add = (place: ListPlace, choice: Omit<Choice, 'id'>, name: string) => {
      const id = idOf(place)
      places.set(id, { ...place, name })
      choices.push({ ...choice, id, checked: current !== undefined && idOf(current) === id })
    }
    for (const list of lists) {
      const icon = list.isInbox ? <Inbox /> : <ColorDot color={list.color} />
      add({ listId: list.id, sectionId: null }, { label: names(list), icon }, names(list))
      const own = [...sections.values()].filter((each) => each.listId === list.id && each.trashedAt === null)
      for (const { id, name } of own.sort(compareKeys))
        add({ listId: list.id, sectionId: id }, { label: name, depth: 1 }, `${names(list)} / ${name}`)
    }
    return { places, choices }
  }, [lists, sections, names, current])
}

/** A list or one of its sections. `onPick` gets its name too, for a message. */
export function PlacePicker({
  current,
  onPick,
}: {
  current?: ListPlace | undefined
  onPick(place: ListPlace, name: string): void
}) {
  const { t } = useLingui()
  const { places, choices } = useChoices(current)
  const pick = (id: string) => {
    const place = places.get(id)
    if (place) onPick({ listId: place.listId, sectionId: place.sectionId }, place.name)
  }
  return <Picker label={t`Move to`} choices={choices} onPick={pick} />
}
