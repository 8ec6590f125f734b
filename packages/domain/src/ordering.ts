/**
 * Ordering keys: texts over `0-9a-z` between any two of which another fits, so that moving one thing writes one row.
 * A key is a whole number, written so that text order is number order, and, when something was put between two of them, a
 * fraction. Its first letter says how many digits the number has: `i` one, `j` two, ... and below zero `h` one, `g` two, ...
 * Adding at either end only counts on, so that 10,000 additions still make four letters. The last letter is never `0`,
 * because nothing fits between `x` and `x0`. Upper case is left out: SQL Server may compare without it.
 */
const digits = '0123456789abcdefghijklmnopqrstuvwxyz'
const valid = /^[0-9a-z]*[1-9a-z]$/
/** What a key of contracts may have at most. Only about a thousand insertions into one and the same gap get there. */
export const longestKey = 200

const digit = (key: string, at: number) => digits.indexOf(key[at] ?? '0')
const firstPositive = digits.indexOf('i')

/** The whole-number part; keys made elsewhere may be shorter than their first letter says and are read as if zeros followed. */
function wholeOf(key: string): string {
  const head = digit(key, 0)
  const length = head >= firstPositive ? head - firstPositive + 1 : firstPositive - head
  return key.slice(0, length + 1).padEnd(length + 1, '0')
}

const withDigits = (head: number, length: number, fill: string, last: string) =>
  digits[head] + fill.repeat(length - 1) + last

/** The next whole number; null after the last one. Whole numbers do not end in 0. */
function after(whole: string): string | null {
  for (let at = whole.length - 1; at > 0; at--) {
    if (whole[at] === 'z') continue
    const rest = whole.length - 1 - at
    const raised = whole.slice(0, at) + digits[digit(whole, at) + 1]
    return rest === 0 ? raised : `${raised}${'0'.repeat(rest - 1)}1`
  }
  const head = digit(whole, 0) + 1
  if (head >= digits.length) return null
  return withDigits(head, head >= firstPositive ? head - firstPositive + 1 : firstPositive - head, '0', '1')
}

/** The previous whole number; null before the first one. */
function before(whole: string): string | null {
  const last = whole.length - 1
  if (digit(whole, last) > 1) return whole.slice(0, last) + digits[digit(whole, last) - 1]
  for (let at = last - 1; at > 0; at--) {
    if (whole[at] === '0') continue
    return whole.slice(0, at) + digits[digit(whole, at) - 1] + 'z'.repeat(last - at)
  }
  const head = digit(whole, 0) - 1
  if (head < 0) return null
  return withDigits(head, head >= firstPositive ? head - firstPositive + 1 : firstPositive - head, 'z', 'z')
}

/** A fraction strictly between two, `b` null for "no end"; never a beginning of `b`, so that more may be put behind it. */
function middle(a: string, b: string | null): string {
  let same = 0
  while (b !== null && same < b.length && (a[same] ?? '0') === b[same]) same++
  if (b !== null && same > 0) return b.slice(0, same) + middle(a.slice(same), b.slice(same))
  const low = digit(a, 0)
  const high = b === null ? digits.length : digit(b, 0)
  if (high - low > 1) return digits[Math.floor((low + high) / 2)] as string
  return digits[low] + middle(a.slice(1), null)
}

function between(a: string | null, b: string | null): string {
  if (a === null) return b === null ? 'i1' : (before(wholeOf(b)) ?? middle('', b))
  const whole = wholeOf(a)
  const next = after(whole)
  if (b === null) return next ?? middle(a, null)
  if (wholeOf(b) === whole) return whole + middle(a.slice(whole.length), b.slice(whole.length))
  return next !== null && next < wholeOf(b) ? next : whole + middle(a.slice(whole.length), null)
}

/** Three random letters: two devices that put something into the same gap while offline agree once in 45,000 times. */
function tail(random: (() => number) | undefined): string {
  if (!random) return ''
  const any = (from: number) => digits[from + Math.floor(random() * (36 - from))] as string
  return any(0) + any(0) + any(1)
}

/**
 * A key that may be stored. One that is too long is cut, to no less than `low` and less than what comes after: where it equals
 * `low` the ids decide, and whoever shares a list with somebody who makes long keys can still add to it.
 */
function storable(key: string, high: string | null): string {
  if (key.length <= longestKey) return key
  return key.slice(0, longestKey).replace(/0+$/, '') || high || 'i1'
}

const usable = (key: string | null) => (key !== null && valid.test(key) ? key : null)

/**
 * A key between two neighbours; null for "no neighbour on this side". `random` (0 to 1, as `Math.random`) makes two devices
 * unlikely to pick the same. Where the neighbours are equal or the wrong way round, because two devices met or data is
 * damaged, nothing fits between, and the answer is a key right after `a`: the thing lands near, and nobody is stopped. A
 * neighbour that is no valid key counts as none.
 */
export function keyBetween(a: string | null, b: string | null, random?: () => number): string {
  const low = usable(a)
  const high = usable(b)
  const key = between(low, low !== null && high !== null && low >= high ? null : high) + tail(random)
  return storable(key, high)
}

/** `n` rising keys between two neighbours, evenly spread and as short as that allows. */
export function keysBetween(a: string | null, b: string | null, n: number, random?: () => number): string[] {
  const low = usable(a)
  const high = usable(b)
  const keys: string[] = []
  if (low !== null && high !== null && low < high) {
    const from = random ? keyBetween(low, high, random) : low
    divide(from, random ? keyBetween(from, high, random) : high, n, keys)
    return keys.map((key) => storable(key, high))
  }
  const down = low === null && high !== null
  for (let key = down ? high : low; keys.length < n; ) {
    key = down ? between(null, key) : between(key, null)
    keys.push(key)
  }
  return (down ? keys.reverse() : keys).map((key) => storable(key + tail(random), high))
}

function divide(low: string, high: string, n: number, keys: string[]): void {
  if (n <= 0) return
  const half = Math.floor(n / 2)
  const key = middle(low, high)
  divide(low, key, half, keys)
  keys.push(key)
  divide(key, high, n - half - 1, keys)
}

/** `n` fresh keys for a whole list, the shortest there are. For lists whose keys grew too long (`longestKey`) or are damaged. */
export const spread = (n: number, random?: () => number): string[] => keysBetween(null, null, n, random)

/** Byte order of the keys, then of the ids: the same on every device even where two keys are equal. */
export function compareKeys(
  a: { position: string; id: string },
  b: { position: string; id: string },
): number {
  if (a.position !== b.position) return a.position < b.position ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
