import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences } from './difference.ts'

test('without what is gone and with what has come, before holds what after does', () => {
  const items = fc.uniqueArray(fc.nat(40), { maxLength: 30 })
  fc.assert(
    fc.property(items, items, (before, after) => {
      const { gone, come } = differences<number>()(before, after)
      const carried = [...before.filter((item) => !gone.has(item)), ...come]
      expect(carried.toSorted()).toEqual(after.toSorted())
      expect([...gone].some((item) => after.includes(item))).toBe(false)
    }),
  )
})
