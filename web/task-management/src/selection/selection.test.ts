import { expect, test } from 'vitest'
import { Selection } from './selection.ts'

const over = (...order: string[]) => {
  const selection = new Selection()
  selection.follow(order)
  return selection
}

test('starts at the first row and stops at both ends', () => {
  const selection = over('a', 'b', 'c')
  expect(selection.current).toBe('a')
  expect(selection.move(-1)).toBe('a')
  expect(selection.move(1)).toBe('b')
  expect(selection.move(9)).toBe('c')
  expect(selection.wanted).toBe('c')
})

test.each([
  ['b', ['a', 'c', 'd'], 'c'],
  ['d', ['a', 'b', 'c'], 'c'],
  ['b', ['d', 'a'], 'd'],
  ['b', [], undefined],
])('when the current row %s goes and %j stays, the next current row is %s', (current, left, next) => {
  const selection = over('a', 'b', 'c', 'd')
  selection.enter(current)
  selection.follow(left)
  expect(selection.current).toBe(next)
})

test('a range runs from the row picked last, and an act takes the picked rows in the order of the page', () => {
  const selection = over('a', 'b', 'c', 'd', 'e')
  selection.toggle('d')
  selection.extend('b')
  expect(selection.targets()).toEqual(['b', 'c', 'd'])
  selection.toggle('c')
  expect(selection.targets('b')).toEqual(['b', 'd'])
  expect(selection.targets('e')).toEqual(['e'])
  selection.clear()
  expect(selection.targets()).toEqual(['b'])
})

test('rows that went away are no longer picked', () => {
  const selection = over('a', 'b', 'c')
  selection.chooseAll()
  selection.follow(['a', 'c'])
  expect([...selection.chosen]).toEqual(['a', 'c'])
})

test('tells its rows about every change and about nothing else', () => {
  const selection = over('a', 'b')
  let told = 0
  const stop = selection.subscribe(() => told++)
  selection.enter('a')
  selection.clear()
  expect(told).toBe(0)
  selection.enter('b')
  selection.toggle('b')
  expect(told).toBe(2)
  stop()
  selection.clear()
  expect(told).toBe(2)
})

test('a range shrinks as it grew, and leaves alone what was picked before', () => {
  const selection = over('a', 'b', 'c', 'd', 'e')
  selection.toggle('e')
  selection.toggle('a')
  for (const id of ['b', 'c', 'b']) selection.extend(id)
  expect(selection.targets()).toEqual(['a', 'b', 'e'])
  selection.follow(['a', 'b', 'c', 'd'])
  selection.extend('c')
  expect(selection.targets()).toEqual(['a', 'b', 'c'])
})
