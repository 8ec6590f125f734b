import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { kustomize, type Manifest } from '../fixtures/kubernetes/kustomization.ts'
import { faultsOf, isForeign } from '../fixtures/kubernetes/schemas.ts'

const folder = join(import.meta.dirname, '../../ops/k8s')
const overlays = ['base', 'overlays/production', 'overlays/small']
const nameOf = ({ kind, metadata }: Manifest) => `${kind} ${metadata.name}`

test.each(overlays)('Kubernetes takes every manifest of %s, and knows every field', async (overlay) => {
  const all = kustomize(join(folder, overlay))
  expect(all.length).toBeGreaterThan(20)
  expect(new Set(all.map(nameOf)).size).toBe(all.length)
  for (const one of all.filter((each) => !isForeign(each)))
    expect(await faultsOf(one), nameOf(one)).toEqual([])
})

test('what Kubernetes would refuse is found', async () => {
  const [one] = kustomize(join(folder, 'base')).filter(({ kind }) => kind === 'Deployment')
  const wrong = { ...one, spec: { ...one?.spec, replicas: 'two', strategie: {} } } as Manifest
  const faults = (await faultsOf(wrong)).join()
  expect(faults).toContain('/spec/replicas')
  expect(faults).toContain('/spec/strategie is no field')
})

const kubectl = ['/usr/bin/kubectl', '/usr/local/bin/kubectl'].find((path) => existsSync(path))

/** Names of what is generated end in what was generated, so that a change replaces the pods. */
function built(overlay: string): Manifest[] {
  const text = execFileSync(kubectl ?? '', ['kustomize', join(folder, overlay)], { encoding: 'utf8' })
  const plain = text.replace(/\b(settings|web|sqlserver|redis)-[a-z\d]{10}\b/g, '$1')
  return parseAllDocuments(plain).map((document) => document.toJS() as Manifest)
}

/** In an order of its own: those of two programs differ. */
const sorted = (all: Manifest[]) =>
  all.map(inOrder).sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)))

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(inOrder)
    return typeof value[0] === 'object'
      ? items.sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)))
      : items
  }
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([key, field]) => [key, inOrder(field)] as const)
  return Object.fromEntries(fields.sort(([one], [other]) => one.localeCompare(other)))
}

// Debian's kubectl is too old to put overlays together, so it is not installed for the tests.
test.skipIf(!kubectl).each(overlays)(
  'kubectl, where it is installed, puts the same together from %s',
  (overlay) => {
    expect(sorted(kustomize(join(folder, overlay)))).toEqual(sorted(built(overlay)))
  },
)
