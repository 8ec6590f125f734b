import { type Known, known } from './names.ts'
import type { Person } from './token.ts'

/** A list that tasks can be put into, with what can be named in it. */
export type Place = {
  id: string
  name: string
  sections: readonly { id: string; name: string }[]
  members: readonly Person[]
}
/** What tasks get where a line is typed, unless it says otherwise: the list, the day or the labels of the page. */
export type Here = {
  /** The Inbox where it is left out. */
  listId?: string | undefined
  sectionId?: string | undefined
  parentId?: string | undefined
  dueOn?: string | undefined
  /** With the day alone. */
  dueTime?: string | undefined
  labels?: readonly string[] | undefined
  priority?: number | undefined
  assigneeId?: string | undefined
}

type Named = { name: string }
const namesOf = (all: readonly Named[]) => all.map(({ name }) => name)
const sorted = new WeakMap<readonly Named[], Known>()

/** The names of people or sections, sorted once however often lines are read with the same array of them. */
export function knownIn(all: readonly Named[]): Known {
  const before = sorted.get(all)
  if (before) return before
  const names = known(namesOf(all))
  sorted.set(all, names)
  return names
}

type Index = { names: Known; people: Known; byName: ReadonlyMap<string, Place> }
const indexes = new WeakMap<readonly Place[], Index>()

/** What is asked of lists at every sign of a line, made once for an array of them. */
export function indexOf(places: readonly Place[]): Index {
  const before = indexes.get(places)
  if (before) return before
  const index = {
    names: known(namesOf(places)),
    people: known([...new Set(places.flatMap(({ members }) => namesOf(members)))]),
    // Of lists with the same name the first counts.
    byName: new Map(places.toReversed().map((place) => [place.name.toLowerCase(), place])),
  }
  indexes.set(places, index)
  return index
}
