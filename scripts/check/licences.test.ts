import { expect, test } from 'vitest'
import { wrongLicences } from './licences.ts'

test('a licence is one that was agreed to, of those to choose from one, of those that hold together each', () => {
  const packages = {
    '': {},
    'packages/ui': {},
    'node_modules/@doable/ui': { link: true },
    'node_modules/free': { license: 'MIT' },
    'node_modules/choice': { license: '(GPL-3.0-only OR MIT)' },
    'node_modules/both': { license: 'MIT AND Apache-2.0' },
    'node_modules/@react-aria/optimize-locales-plugin': {},
    'node_modules/free/node_modules/copyleft': { license: 'AGPL-3.0-or-later' },
    'node_modules/half': { license: 'MIT AND GPL-3.0-only' },
    'node_modules/nested': { license: '(MIT OR (ISC AND GPL-3.0-only))' },
    'node_modules/silent': {},
  }
  expect(wrongLicences('lock', { packages })).toEqual([
    'lock: node_modules/free/node_modules/copyleft has the licence AGPL-3.0-or-later',
    'lock: node_modules/half has the licence MIT AND GPL-3.0-only',
    'lock: node_modules/nested has the licence (MIT OR (ISC AND GPL-3.0-only))',
    'lock: node_modules/silent has no licence',
  ])
})
