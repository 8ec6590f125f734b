import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Bicep, paramsOf, readBicep } from '../fixtures/azure/bicep.ts'
import { kustomize } from '../fixtures/kubernetes/kustomization.ts'
import { specOf } from '../fixtures/kubernetes/workload.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'ops/azure')
const text = (name: string) => readFileSync(join(root, name), 'utf8')
const modules = readdirSync(join(folder, 'modules')).map((name) => `modules/${name}`)
const files = new Map(['main.bicep', ...modules].map((name) => [name, readBicep(join(folder, name))]))
const main = files.get('main.bicep') as Bicep

/** The file that a module of another file is. */
const fileOf = (from: string, path: string): Bicep => {
  const file = files.get(from === 'main.bicep' ? path : join('modules', path))
  if (!file) throw new Error(`${from} names ${path}, which is not there`)
  return file
}

test.each([...files])('%s says only what it knows, and uses what it declares', (name, file) => {
  expect(file.balanced).toBe(true)
  const declared = file.symbols.map((symbol) => symbol.name)
  expect(new Set(declared).size).toBe(declared.length)
  for (const one of file.used) expect([...declared, ...file.loops], name).toContain(one)
  for (const { name: one, kind } of file.symbols)
    if (kind === 'param' || kind === 'var') expect([...file.used], name).toContain(one)
  for (const { kind, type } of file.symbols)
    if (kind === 'resource') expect(type).toMatch(/^Microsoft\.\w+(\/\w+)+@20\d\d-\d\d-\d\d(-preview)?$/)
})

test.each([...files])(
  'the modules of %s get what they want, and answer what they are asked',
  (name, file) => {
    const given = file.symbols.filter(({ kind }) => kind === 'module')
    for (const one of given) {
      const { params, outputs } = fileOf(name, one.type)
      const words = paramsOf(one)
      for (const word of words)
        expect(
          params.map((param) => param.name),
          one.name,
        ).toContain(word)
      for (const param of params.filter(({ required }) => required))
        expect(words, one.name).toContain(param.name)
      for (const [, asked = ''] of file.text.matchAll(new RegExp(`\\b${one.name}\\.outputs\\.(\\w+)`, 'g')))
        expect(
          outputs.map((output) => output.name),
          one.name,
        ).toContain(asked)
    }
  },
)

test('a secret is marked as one all the way, and no output holds one', () => {
  const secrets = new Set(
    [...files.values()].flatMap(({ params }) => params.filter((one) => one.secure)).map((one) => one.name),
  )
  expect(secrets.size).toBeGreaterThan(8)
  for (const { params, outputs } of files.values()) {
    for (const { name, secure } of params)
      if (secrets.has(name) || /password|keys$/i.test(name)) expect(secure, name).toBe(true)
    for (const { name, value } of outputs) {
      expect(value, name).not.toContain('listKeys')
      for (const [word] of value.matchAll(/\w+/g)) expect(secrets.has(word), name).toBe(false)
    }
  }
})

test('the parameters are those of the file, and secrets come from the environment', () => {
  const given = new Map(
    [...text('ops/azure/main.bicepparam').matchAll(/^param (\w+) = (.*)$/gm)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )
  for (const name of given.keys()) expect(main.params.map((one) => one.name)).toContain(name)
  for (const { name, required, secure } of main.params) {
    if (required) expect([...given.keys()]).toContain(name)
    if (secure) expect(given.get(name)).toMatch(/^readEnvironmentVariable\('[A-Z_]+'(, '')?\)$/)
  }
})

test('the vault holds what the cluster asks for', () => {
  const written = [...text('ops/azure/modules/vault.bicep').matchAll(/^ {2}name: '(doable-[\w-]+)'/gm)].map(
    ([, name]) => name,
  )
  const asked = kustomize(join(root, 'ops/k8s/overlays/production'))
    .filter(({ kind }) => kind === 'ExternalSecret')
    .flatMap((one) => specOf<{ data: { remoteRef: { key: string } }[] }>(one).data ?? [])
  expect(written.sort()).toEqual([...new Set(asked.map(({ remoteRef }) => remoteRef.key))].sort())
})

test('users get the roles and rights that they have on other servers', () => {
  const rights = (name: string) =>
    [...text(name).matchAll(/^(?:ALTER ROLE .*|GRANT .*SCHEMA.*|\s*CREATE ROLE .*);$/gm)].map(([line]) =>
      line.trim(),
    )
  expect(rights('ops/azure/users.sql').length).toBeGreaterThan(10)
  expect(rights('ops/azure/users.sql').sort()).toEqual(rights('ops/sqlserver/2-logins.sql').sort())
})

const compiler = ['/usr/local/bin/bicep', join(homedir(), '.azure/bin/bicep')].find((path) =>
  existsSync(path),
)

// Microsoft's compiler comes from no registry of packages; where it is installed, it has the last word.
test.skipIf(!compiler)('the compiler of Bicep, where it is installed, takes it', () => {
  const built = execFileSync(compiler ?? '', ['build', join(folder, 'main.bicep'), '--stdout'], {
    encoding: 'utf8',
  })
  expect(JSON.parse(built)).toHaveProperty('resources')
})
