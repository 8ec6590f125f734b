import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resorted } from './use-sorted.ts'

const compare = (a: { rank: number; id: number }, b: { rank: number; id: number }) =>
  a.rank - b.rank || a.id - b.id
const items = fc
  .uniqueArray(fc.record({ id: fc.nat(400), rank: fc.nat(9) }), { selector: ({ id }) => id, maxLength: 160 })
  .map((all) => all.map((item) => Object.freeze(item)))

test('starting from any earlier order, the outcome is what sorting would give', () => {
  fc.assert(
    fc.property(items, fc.array(fc.boolean()), items, (all, kept, others) => {
      const before = [...all].sort(compare)
      const ids = new Set(all.map(({ id }) => id))
      const now = [...all.filter((_, at) => kept[at]), ...others.filter(({ id }) => !ids.has(id))]
      expect(resorted(before, now, compare)).toEqual([...now].sort(compare))
    }),
  )
})
