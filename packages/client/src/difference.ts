/** What of `before` is no longer there and what of `after` is new, by identity. */
export type Difference<T> = { gone: ReadonlySet<T>; come: readonly T[] }

function between<T>(before: readonly T[], after: readonly T[]): Difference<T> {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let same = 0
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++
  const left = before.slice(start, before.length - same)
  const come = after.slice(start, after.length - same)
  // A single item that was changed in its place, which is what nearly every act does.
  if (left.length <= 1 && come.length <= 1) return { gone: new Set(left), come }
  const stays = new Set(come)
  const was = new Set(left)
  return {
    gone: new Set(left.filter((item) => !stays.has(item))),
    come: come.filter((item) => !was.has(item)),
  }
}

/**
 * Answers differences of arrays, and remembers the last one: many ask for the same after each change. Costs a comparison per
 * item and little else where few differ.
 */
export function differences<T>() {
  let known: { before: readonly T[]; after: readonly T[]; answer: Difference<T> } | undefined
  return (before: readonly T[], after: readonly T[]): Difference<T> => {
    if (known?.before !== before || known.after !== after)
      known = { before, after, answer: between(before, after) }
    return known.answer
  }
}
