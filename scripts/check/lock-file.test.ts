import { expect, test } from 'vitest'
import { wrongInLock } from './lock-file.ts'

test('a lock file has hashes and no addresses; links to workspaces need neither', () => {
  const packages = {
    '': {},
    'packages/ui': {},
    'node_modules/@doable/ui': { resolved: 'packages/ui', link: true },
    'node_modules/good': { integrity: 'sha512-x' },
    'node_modules/addressed': { integrity: 'sha512-x', resolved: 'https://mirror.example/a.tgz' },
    'node_modules/trusted': {},
  }
  expect(wrongInLock('lock', { packages })).toEqual([
    'lock: node_modules/addressed names an address (https://mirror.example/a.tgz)',
    'lock: node_modules/trusted has no integrity',
  ])
})
