import { expect, test } from 'vitest'
import { importsOf, wrongImports } from './imports.ts'

const declared = new Set([
  '@doable/contracts',
  '@doable/domain',
  '@doable/service-kit',
  '@doable/ui',
  'react',
  'zod',
])
const wrong = (path: string, specifier: string) =>
  wrongImports(path, `import x from '${specifier}'`, declared)

test('finds every way to import, and nothing in comments', () => {
  const text = `
    _ { a } from './a.ts'
    _ type { B } from "b"
    _ './side-effect.css'
    // _ './not-this.ts'
    /* _ './nor-this.ts' */
    export { c } from './c.ts'
    export * from './d.ts'
    _ {
      e,
      type F,
    } from '@doable/domain/e'
    const g = await _('./g.ts')
    const _ant = 'word'
    export const url = 'https://example.org'`.replaceAll('_', 'import')
  expect(importsOf(text)).toEqual([
    './a.ts',
    'b',
    './side-effect.css',
    './c.ts',
    './d.ts',
    '@doable/domain/e',
    './g.ts',
  ])
})

test.each([
  ['packages/domain/src/order.ts', '@doable/contracts/task'],
  ['services/task/src/task.ts', '@doable/service-kit/problem'],
  ['services/task/src/task.ts', './list.ts'],
  ['services/task/src/task.ts', 'node:crypto'],
  ['web/shell/src/frame.tsx', '@doable/ui/button'],
  ['packages/ui/src/button.test.tsx', 'node:fs'],
  ['web/platform/src/build.ts', 'node:fs'],
])('%s may import %s', (path, specifier) => expect(wrong(path, specifier)).toEqual([]))

test.each([
  ['packages/contracts/src/task.ts', '@doable/domain/order', 'may not import'],
  ['services/task/src/task.ts', '@doable/user-service/user', 'may not import'],
  ['services/task/src/task.ts', '../../user/src/user.ts', 'may not lead out of'],
  ['web/shell/src/frame.tsx', '@doable/web-task-management/app', 'may not import'],
  ['web/shell/src/frame.tsx', '@doable/service-kit/problem', 'may not import'],
  ['packages/service-kit/src/http.ts', '@doable/task-service/task', 'may not import'],
  ['tests/routes/routes.test.ts', '@doable/contracts/task', 'may not import'],
  ['tests/routes/routes.test.ts', '../../packages/contracts/src/task.ts', 'may not lead out of'],
  ['packages/ui/src/button.tsx', 'node:fs', 'no Node in a browser'],
  ['services/task/src/task.ts', 'fs', 'write node:'],
  ['services/task/src/task.ts', 'left-pad', 'not among its dependencies'],
  ['services/task/src/task.ts', '@scope/left-pad/deep', '@scope/left-pad is not among'],
])('%s may not import %s', (path, specifier, words) => {
  expect(wrong(path, specifier)).toEqual([expect.stringContaining(words)])
})
