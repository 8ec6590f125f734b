/**
 * Tokens that were turned back to text are remembered by where they begin. When the line is edited they move along with what
 * is around them; one that is edited itself is forgotten, so that it may be understood anew.
 */
export function moveIgnored(
  ignored: ReadonlySet<number>,
  before: string,
  after: string,
): ReadonlySet<number> {
  if (ignored.size === 0 || before === after) return ignored
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let same = 0
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++
  const end = before.length - same
  const grown = after.length - before.length
  const moved = [...ignored].flatMap((at) => (at < start ? [at] : at >= end ? [at + grown] : []))
  return new Set(moved)
}
