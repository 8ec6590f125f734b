import type { Check } from './check.ts'
import { complaintOf } from './tool.ts'

export const format: Check = {
  name: 'format and lint',
  run: () => complaintOf('biome', ['ci', '--colors=off', '--max-diagnostics=200']),
  fix: () => complaintOf('biome', ['check', '--write']),
}

export const types: Check = {
  name: 'types',
  run: () => complaintOf('tsc', ['--noEmit', '--pretty', 'false']),
}

/** Every message of the source is in every catalog, and every language says it. */
export const catalogs: Check = {
  name: 'languages',
  run: async () => [
    ...(await complaintOf('lingui', ['check', 'sync', '--verbose'])),
    ...(await complaintOf('lingui', ['check', 'missing', '--mode', 'catalog', '--verbose'])),
  ],
  fix: () => complaintOf('lingui', ['extract', '--clean']),
}
