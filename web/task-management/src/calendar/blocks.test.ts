import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocks, linesOf, type Stretch } from './blocks.ts'

const at = (start: number, end: number): Stretch => ({ start, end })
const same = (stretch: Stretch) => stretch
const places = (items: Stretch[], most = 9) =>
  blocks(items, same, most).placed.map(({ start, column, columns, span }) => [start, column, columns, span])

test('what overlaps stands side by side, what follows does not', () => {
  expect(places([at(60, 120), at(120, 180)])).toEqual([
    [60, 0, 1, 1],
    [120, 0, 1, 1],
  ])
  expect(places([at(60, 120), at(90, 180)])).toEqual([
    [60, 0, 2, 1],
    [90, 1, 2, 1],
  ])
})

test('what is free at the right is spread over', () => {
  expect(places([at(0, 300), at(0, 60), at(30, 60), at(120, 180)])).toEqual([
    [0, 0, 3, 1],
    [0, 1, 3, 1],
    [120, 1, 3, 2],
    [30, 2, 3, 1],
  ])
})

test('what finds no column is kept as runs in the last one', () => {
  const { placed, rests } = blocks([at(0, 600), at(0, 60), at(0, 90), at(60, 90), at(300, 360)], same, 2)
  expect(placed.map(({ start, column }) => [start, column])).toEqual([
    [0, 0],
    [300, 1],
  ])
  expect(rests).toEqual([{ start: 0, end: 90, columns: 2, items: [at(0, 90), at(0, 60), at(60, 90)] }])
})

const stretches = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 20 })).map(([start, length]) => ({
    start: start * 15,
    end: (start + length) * 15,
  })),
  { maxLength: 60 },
)
const overlap = (a: Stretch, b: Stretch) => a.start < b.end && b.start < a.end

test('nothing in a column overlaps and nothing is lost', () => {
  fc.assert(
    fc.property(stretches, fc.integer({ min: 1, max: 6 }), (items, most) => {
      const { placed, rests } = blocks(items, same, most)
      const all = [...placed.map(({ item }) => item), ...rests.flatMap(({ items }) => items)]
      expect(new Set(all)).toEqual(new Set(items))
      expect(all).toHaveLength(items.length)
      const areas = [
        ...placed.map(({ start, end, column, span, columns }) => ({
          ...{ start, end },
          from: column / columns,
          to: (column + span) / columns,
        })),
        ...rests.map(({ start, end, columns }) => ({ start, end, from: (columns - 1) / columns, to: 1 })),
      ]
      for (const [index, a] of areas.entries()) {
        expect(a.from).toBeGreaterThanOrEqual(0)
        expect(a.to).toBeLessThanOrEqual(1)
        for (const b of areas.slice(index + 1))
          if (overlap(a, b)) expect(a.to <= b.from + 1e-9 || b.to <= a.from + 1e-9).toBe(true)
      }
      for (const { columns } of [...placed, ...rests]) expect(columns).toBeLessThanOrEqual(most)
    }),
  )
})

test('a day shows its first lines, and one that is to be seen among them', () => {
  expect(linesOf(['a', 'b'], 2, () => false)).toEqual({ shown: ['a', 'b'], rest: [] })
  expect(linesOf(['a', 'b', 'c', 'd'], 2, () => false)).toEqual({ shown: ['a', 'b'], rest: ['c', 'd'] })
  expect(linesOf(['a', 'b', 'c', 'd'], 2, (item) => item === 'd')).toEqual({
    shown: ['a', 'd'],
    rest: ['b', 'c'],
  })
  expect(linesOf(['a', 'b'], 0, (item) => item === 'b')).toEqual({ shown: [], rest: ['a', 'b'] })
})
