/** How large a query may be. The parser refuses what is larger, for everybody, so that no query costs more than a page of tasks. */
export const limits = {
  /** UTF-16 units of its text. */
  characters: 1000,
  terms: 100,
  /** Parentheses and `!` around each other. */
  depth: 20,
  /** `*` in names, all together. */
  wildcards: 10,
  panes: 5,
  /** Words searched for, all together. */
  searched: 12,
}
export type Limit = keyof typeof limits
