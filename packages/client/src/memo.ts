const most = 50

/**
 * Remembers what was worked out from the same things: `parts` are compared by identity, the key by its text. Old answers
 * go when any part changes, so that no former state of the store is kept alive.
 */
export function memo<T>(): (parts: readonly unknown[], key: string, work: () => T) => T {
  let known: readonly unknown[] = []
  let answers = new Map<string, T>()
  return (parts, key, work) => {
    if (parts.length !== known.length || parts.some((part, at) => part !== known[at])) {
      known = parts
      answers = new Map()
    }
    const had = answers.get(key)
    if (had !== undefined) return had
    if (answers.size >= most) answers = new Map()
    const answer = work()
    answers.set(key, answer)
    return answer
  }
}
