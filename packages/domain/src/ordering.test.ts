import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareKeys, keyBetween, keysBetween, longestKey, spread } from './ordering.ts'

const shape = /^[0-9a-z]*[1-9a-z]$/
const keys = fc.stringMatching(shape, { maxLength: 12 }).filter((key) => shape.test(key))
const pairs = fc.tuple(keys, keys).filter(([a, b]) => a !== b)
const ordered = pairs.map(([a, b]) => (a < b ? [a, b] : [b, a]) as [string, string])
const chance = fc.infiniteStream(fc.double({ min: 0, max: 0.999999, noNaN: true }))
const from = (stream: Iterator<number>) => () => stream.next().value as number
const rising = (all: (string | null)[]) =>
  all.every((key, at) => at === 0 || key === null || all[at - 1] === null || (all[at - 1] as string) < key)
/** A generator with a seed that a failure names (mulberry32). */
function seeded(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

test('a key lies strictly between any two neighbours and is valid', () => {
  fc.assert(
    fc.property(ordered, chance, ([a, b], stream) => {
      for (const key of [keyBetween(a, b), keyBetween(a, b, from(stream))]) {
        expect(key).toMatch(shape)
        expect(rising([a, key, b])).toBe(true)
        expect(key.length).toBeLessThanOrEqual(Math.max(a.length, b.length, 19) + 5)
      }
    }),
    { numRuns: 5000 },
  )
})

test('a key lies before or after any neighbour', () => {
  fc.assert(
    fc.property(keys, chance, (key, stream) => {
      const random = from(stream)
      for (const after of [keyBetween(key, null), keyBetween(key, null, random)])
        expect(after > key && shape.test(after)).toBe(true)
      for (const before of [keyBetween(null, key), keyBetween(null, key, random)])
        expect(before < key && shape.test(before)).toBe(true)
    }),
    { numRuns: 5000 },
  )
})

test('many keys between two neighbours rise, are different and stay short', () => {
  const either = fc.oneof(ordered, fc.tuple(keys, fc.constant(null)), fc.tuple(fc.constant(null), keys))
  fc.assert(
    fc.property(either, fc.nat(200), chance, ([a, b], n, stream) => {
      for (const random of [undefined, from(stream)]) {
        const made = keysBetween(a, b, n, random)
        expect(made.length).toBe(n)
        expect(rising([a, ...made, b])).toBe(true)
        for (const key of made) expect(shape.test(key) && key.length < 40).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
  expect(keysBetween('i1', 'i2', 10_000).every((key) => key.length <= 6)).toBe(true)
})

test('keys between two neighbours are evenly spread', () => {
  expect(keysBetween('i1', 'i2', 3)).toEqual(['i19', 'i1i', 'i1r'])
})

test('10,000 additions at either end stay short', () => {
  let last: string | null = null
  let first: string | null = null
  for (let n = 0; n < 10_000; n++) {
    const next: string = keyBetween(last, null)
    const before: string = keyBetween(null, first)
    expect(rising([last, next]) && rising([before, first])).toBe(true)
    last = next
    first = before
  }
  expect(last?.length).toBeLessThanOrEqual(4)
  expect(first?.length).toBeLessThanOrEqual(4)
  expect(spread(10_000).every((key) => key.length <= 4)).toBe(true)
  expect(rising(spread(10_000))).toBe(true)
})

test('10,000 insertions at random places keep their order and stay short', () => {
  const seed = Date.now() % 1_000_000
  const random = seeded(seed)
  const list: string[] = []
  for (let n = 0; n < 10_000; n++) {
    const at = Math.floor(random() * (list.length + 1))
    list.splice(at, 0, keyBetween(list[at - 1] ?? null, list[at] ?? null, n % 2 ? random : undefined))
  }
  expect(rising(list), `seed ${seed}`).toBe(true)
  expect(new Set(list).size, `seed ${seed}`).toBe(10_000)
  expect(Math.max(...list.map((key) => key.length)), `seed ${seed}`).toBeLessThan(60)
})

test('hundreds of insertions into one and the same gap fit', () => {
  for (const side of ['low', 'high']) {
    let [low, high] = ['i1', 'i2']
    let fitted = 0
    for (; fitted < 2000; fitted++) {
      const key = keyBetween(low, high)
      expect(key.length).toBeLessThanOrEqual(longestKey)
      if (key === low || key === high) break
      if (side === 'low') high = key
      else low = key
    }
    expect(fitted).toBeGreaterThan(900)
  }
})

test.each([
  ['z'.repeat(longestKey), null],
  ['z'.repeat(longestKey), 'i5'],
  [`i1${'0'.repeat(longestKey - 3)}1`, `i1${'0'.repeat(longestKey - 3)}2`],
  [null, `${'0'.repeat(longestKey - 1)}1`],
])('next to keys as long as there may be, keys can still be stored: %j, %j', (low, high) => {
  const made = [keyBetween(low, high), keyBetween(low, high, Math.random), ...keysBetween(low, high, 5)]
  for (const key of [...made, ...keysBetween(low, high, 5, Math.random)]) {
    expect(key).toMatch(shape)
    expect(key.length).toBeLessThanOrEqual(longestKey)
    if (low !== null) expect(key >= low).toBe(true)
  }
})

test('keys made elsewhere are good neighbours', () => {
  expect(keyBetween('m', null) > 'm').toBe(true)
  expect(keyBetween(null, 'a') < 'a').toBe(true)
  expect(rising(['a', keyBetween('a', 'b'), 'b'])).toBe(true)
  const last = `z${'z'.repeat(18)}`
  expect(keyBetween(last, null) > last).toBe(true)
  const first = `0${'0'.repeat(17)}1`
  expect(keyBetween(null, first) < first).toBe(true)
})

test('two devices that insert into the same gap rarely make the same key', () => {
  const random = seeded(20_261_122)
  const made = Array.from({ length: 100 }, () => keyBetween('i1', 'i2', random))
  expect(new Set(made).size).toBeGreaterThan(97)
})

test('damaged neighbours get an answer, near the first of them', () => {
  expect(keyBetween('i5', 'i5') > 'i5').toBe(true)
  expect(keyBetween('i7', 'i5') > 'i7').toBe(true)
  expect(keyBetween('', 'A0')).toMatch(shape)
  expect(keyBetween('i50', 'i7') < 'i7').toBe(true)
  expect(rising(['i5', ...keysBetween('i5', 'i5', 3)])).toBe(true)
})

test('equal keys are told apart by id', () => {
  const a = { position: 'i5', id: 'a' }
  const b = { position: 'i5', id: 'b' }
  expect(compareKeys(a, b)).toBe(-1)
  expect(compareKeys(b, a)).toBe(1)
  expect(compareKeys(a, a)).toBe(0)
  expect(compareKeys({ position: 'i5', id: 'z' }, { position: 'i51', id: 'a' })).toBe(-1)
  expect(compareKeys({ position: 'j01', id: 'a' }, { position: 'iz', id: 'b' })).toBe(1)
})
