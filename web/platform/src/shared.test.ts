import { expect, test } from 'vitest'
import { platformEntries, sharedEntries } from './entries.ts'
import { bundles, isFirst, isShared, namesOf, sharedModules } from './shared.ts'

test('every module of the shared packages is offered, tests are not', () => {
  const all = sharedModules()
  expect(all).toEqual(expect.arrayContaining(['react', '@doable/ui/button', '@doable/client/store']))
  expect(all.filter((id) => /test|\.d$/.test(id))).toEqual([])
  expect(all.filter((id) => !isShared(id))).toEqual([])
})

test('styles, contracts and other libraries stay within each build', () => {
  const ids = ['@doable/ui/tokens.css', '@doable/contracts/task', 'lucide-react', './page.tsx']
  expect(ids.filter(isShared)).toEqual([])
})

test('what is listed for the first page exists', () => {
  const listed = Object.values(bundles()).flat()
  expect(sharedModules()).toEqual(expect.arrayContaining(listed))
  expect(isFirst('/x/packages/ui/src/button.module.css')).toBe(true)
  expect(isFirst('/x/packages/ui/src/select.tsx')).toBe(false)
})

test('modules that share a file name nothing alike', async () => {
  const { specifiers } = platformEntries()
  const load = sharedEntries(specifiers).load as (id: string) => Promise<string>
  for (const name of Object.keys(bundles())) expect(await load(`\0shared:${name}`)).toContain('export {')
})

test('React is offered by name, because it is CommonJS', async () => {
  expect(await namesOf('react')).toEqual(expect.arrayContaining(['useState', 'Suspense', 'useEffectEvent']))
  expect(await namesOf('react')).not.toContain('default')
})
