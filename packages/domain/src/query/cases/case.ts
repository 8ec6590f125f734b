import type { Setting } from './world.ts'

/** A query, the keys of the tasks it shows in any order (panes parted by `, `), and what is not as usual. */
export type Case = readonly [query: string, shows: string, setting?: Setting]

/** What is open in lists in use. */
export const open =
  'late noon today tomorrow saturday sunday monday next-friday month-end silvester new-year leap century new-york tokyo apia deadline-gone deadline-today deadline-sunday starts orphan daily skipped tree leaf stump made-silvester made-today'

/** What is open without some, and others that come after. */
export const but = (without: string, others = ''): string => {
  const left = new Set(without.split(' '))
  return [...open.split(' ').filter((key) => !left.has(key)), ...others.split(' ').filter(Boolean)].join(' ')
}
