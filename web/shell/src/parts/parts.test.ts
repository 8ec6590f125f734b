import type { Microfrontend } from '@doable/ui/microfrontend'
import { expect, test } from 'vitest'
import { PartList } from './parts.ts'

const part = (name: string): { default: Microfrontend } => ({
  default: { name, routes: [], navigation: [], commands: [] },
})
const names = () => ['task-management', 'task-overview']

test('one that cannot be loaded leaves the others, and is loaded by the next try only', async () => {
  const asked: string[] = []
  let down = true
  const list = new PartList(names, async (name) => {
    asked.push(name)
    if (down && name === 'task-overview') throw new TypeError('not there')
    return part(name)
  })
  await list.load()
  expect(list.get()).toMatchObject({
    settled: true,
    missing: ['task-overview'],
    loaded: [{ name: 'task-management' }],
  })
  down = false
  let told = 0
  list.subscribe(() => void told++)
  await list.load()
  expect(list.get().loaded.map(({ name }) => name)).toEqual(names())
  expect(list.get().missing).toEqual([])
  expect(asked).toEqual(['task-management', 'task-overview', 'task-overview'])
  expect(told).toBe(1)
})
