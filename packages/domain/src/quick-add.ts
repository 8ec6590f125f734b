import type { Now, Weekday } from './calendar.ts'
import { fieldsOf, type QuickAddFields } from './quick-add/fields.ts'
import { type Language, languages } from './quick-add/languages.ts'
import { known } from './quick-add/names.ts'
import { type Here, indexOf, type Place } from './quick-add/place.ts'
import { scan } from './quick-add/scan.ts'
import { titleOf } from './quick-add/title.ts'
import { matchAt, type Person, type Token } from './quick-add/token.ts'
import { winners } from './quick-add/winners.ts'

export type QuickAddOptions = {
  now: Now
  weekStart: Weekday
  language: Language
  /** Names that exist: they need no quotes, and are spelt in the result as they are here. */
  lists?: readonly Place[] | undefined
  labels?: readonly string[] | undefined
  /** Where the line is typed. */
  here?: Here | undefined
  /** Whom "+me" means, and whose Inbox it is: that has its person's id. */
  me?: Person | undefined
  /** Leaves `#`, `/` and `@` before names that do not exist as text, rather than asking for new ones. */
  onlyKnown?: boolean
  /** Where tokens begin that the writer turned back to text. */
  ignored?: ReadonlySet<number>
}
export type QuickAdd = {
  /** What was not understood, as it was typed; empty when the line holds tokens only. */
  title: string
  /** What was understood, in the order of the line, not overlapping. */
  tokens: Token[]
  fields: QuickAddFields
}

const none: readonly never[] = []

/**
 * Reads one line of quick add: dates and times, repetitions, `#list /section`, `@label`, `p1` or `!1`, `+person`, `{deadline}`,
 * `for 45min`, `!10 min before`. Nothing is thrown and nothing guessed: what is not understood stays in the title, character
 * for character. A time alone is today's, or tomorrow's once it has passed; the name of today's weekday means a week from now.
 */
export function parseQuickAdd(text: string, options: QuickAddOptions): QuickAdd {
  const {
    now,
    weekStart,
    language,
    me,
    here = {},
    lists = none,
    onlyKnown = false,
    ignored = new Set(),
  } = options
  const grammar = languages[language]
  const { names, people, byName } = indexOf(lists)
  const line = {
    text,
    grammar,
    when: { ...now, weekStart },
    since: 0,
    telling: matchAt(grammar.openings, text, 0) !== null,
    lists: names,
    placeOf: (name: string) => byName.get(name.toLowerCase()),
    labels: known(options.labels ?? none),
    people,
    here: lists.find(({ id }) => id === (here.listId ?? me?.id)),
    onlyKnown,
  }
  const tokens = winners(scan(line, ignored), line, me)
  return { title: titleOf(text, tokens), tokens, fields: fieldsOf(tokens, now, here) }
}
