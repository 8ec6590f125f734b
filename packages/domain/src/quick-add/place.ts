import { type Known, known } from './names.ts'
import type { Person } from './token.ts'

/** A list by its name, with what can be named in it. */
export type Place = { name: string; sections?: readonly string[]; members?: readonly Person[] }
/** Where a line is typed: the list of the page, and the day that tasks added there get. */
export type Here = Partial<Place> & { dueOn?: string | undefined }

type Index = { names: Known; people: Known; byName: ReadonlyMap<string, Place> }
const none: readonly never[] = []
const indexes = new WeakMap<readonly Place[], Index>()
const named = new WeakMap<readonly Person[], readonly string[]>()

/** The names of people; the same array for the same people, so that they are sorted once. */
export function namesOf(people: readonly Person[] = none): readonly string[] {
  const before = named.get(people)
  if (before) return before
  const names = people.map(({ name }) => name)
  named.set(people, names)
  return names
}

/** What is asked of lists at every sign of a line, made once however often lines are read with the same array of them. */
export function indexOf(places: readonly Place[] = none): Index {
  const before = indexes.get(places)
  if (before) return before
  const index = {
    names: known(places.map(({ name }) => name)),
    people: known([...new Set(places.flatMap(({ members }) => namesOf(members)))]),
    // Of lists with the same name the first counts.
    byName: new Map(places.toReversed().map((place) => [place.name.toLowerCase(), place])),
  }
  indexes.set(places, index)
  return index
}
