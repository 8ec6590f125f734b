import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseEnv } from 'node:util'
import { readConfig, settings } from '@doable/service-kit/config'
import { expect, test } from 'vitest'
import { kustomize, type Manifest } from '../fixtures/kubernetes/kustomization.ts'
import {
  type Container,
  containersOf,
  matches,
  specOf,
  type Volume,
  type Workload,
  workloadsOf,
} from '../fixtures/kubernetes/workload.ts'

const root = join(import.meta.dirname, '../..')
const text = (name: string) => readFileSync(join(root, name), 'utf8')
const overlays = ['production', 'small']
const manifests = (overlay: string) => kustomize(join(root, 'ops/k8s/overlays', overlay))
const known = new Set(Object.values(settings).map(({ name }) => name))
type Labels = Record<string, string>
const services = ['user', 'task', 'notification']

/** The variables of a container, with those of its ConfigMaps. */
function environmentOf(all: Manifest[], { env = [], envFrom = [] }: Container): Record<string, string> {
  const maps = envFrom.map(({ configMapRef }) =>
    all.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === configMapRef.name),
  )
  const own = Object.fromEntries(env.map(({ name, value = '' }) => [name, value]))
  return Object.assign({}, ...maps.map((map) => map?.data), own) as Record<string, string>
}

/** The secret that a container is shown at a path. */
function secretAt({ pod }: Workload, container: Container, path: string): Volume['secret'] | undefined {
  const mount = container.volumeMounts?.find(({ mountPath }) => path.startsWith(`${mountPath}/`))
  return pod.volumes?.find(({ name }) => name === mount?.name)?.secret
}

type External = { target: { name: string }; data: { secretKey: string }[] }
const vaulted = manifests('production')
  .filter(({ kind }) => kind === 'ExternalSecret')
  .flatMap(({ spec }) => {
    const { target, data } = spec as External
    return data.map(({ secretKey }) => `${target.name}/${secretKey}`)
  })

test.each(overlays)('the services of %s start with the settings that they are given', (overlay) => {
  const all = manifests(overlay)
  const folder = mkdtempSync(join(tmpdir(), 'doable-settings-'))
  const file = (value: string) => {
    const path = join(folder, crypto.randomUUID())
    writeFileSync(path, value)
    return path
  }
  try {
    const files = {
      DATABASE_URL_FILE: file('mssql://doable_task:secret@db.example.org:1433/doable'),
      REDIS_URL_FILE: file('rediss://doable:secret@redis.example.org:6379'),
      SMTP_URL_FILE: file(''),
    }
    for (const { name, pod } of workloadsOf(all).filter((one) => services.includes(one.name))) {
      const given = environmentOf(all, pod.containers[0] as Container)
      for (const key of Object.keys(given)) expect([...known], name).toContain(key.replace(/_FILE$/, ''))
      for (const key of Object.keys(given).filter((one) => one.endsWith('_FILE')))
        expect(files).toHaveProperty(key)
      const config = readConfig({ ...given, ...files, NODE_ENV: 'production' })
      expect(config.publicUrl.protocol).toBe('https:')
      expect(config.databaseUrl).toContain('mssql:')
      expect(config.redisUrl).toContain('rediss:')
      expect(pod.containers[0]?.ports).toContainEqual({ name: 'metrics', containerPort: config.metricsPort })
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('each file that a setting names is of a secret that the vault fills, and each is shown its own only', () => {
  const all = manifests('production')
  const named = new Set<string>()
  for (const workload of workloadsOf(all)) {
    for (const container of containersOf(workload)) {
      const words = [...Object.values(environmentOf(all, container)), ...(container.args ?? [])].join(' ')
      for (const [path] of words.matchAll(/\/run\/[\w-]+\/[\w.-]+/g)) {
        const secret = secretAt(workload, container, path)
        expect(secret, `${workload.name}: ${path}`).toBeTruthy()
        named.add(`${secret?.secretName}/${basename(path)}`)
      }
    }
    const shown = workload.pod.volumes?.flatMap(({ secret }) => secret?.secretName ?? []) ?? []
    if (services.includes(workload.name)) expect(shown.sort()).toEqual(['keys', workload.name].sort())
  }
  expect([...named].sort()).toEqual(vaulted.sort())
})

test.each(overlays)(
  'NGINX of %s is told nothing that its settings do not name, and finds every service',
  (overlay) => {
    const all = manifests(overlay)
    const [web] = workloadsOf(all).filter(({ name }) => name === 'web')
    const nginx = web?.pod.containers.find(({ name }) => name === 'nginx') as Container
    const { NAMESPACE: _, ...given } = environmentOf(all, nginx)
    const lines = parseEnv(text('ops/nginx/settings.env'))
    for (const name of Object.keys(given)) expect(lines).toHaveProperty(name)
    for (const service of services) {
      const [found] = all.filter(({ kind, metadata }) => kind === 'Service' && metadata.name === service)
      const [port] = specOf<{ ports: { port: number }[] }>(found as Manifest).ports ?? []
      // By name alone all replicas are found, with no address of their own in between.
      expect(found?.spec?.clusterIP).toBe('None')
      const server = `server ${service}.$(NAMESPACE).svc.cluster.local:${port?.port} `
      expect(given[`${service.toUpperCase()}_SERVERS`]?.startsWith(server), server).toBe(true)
    }
    const listens = nginx.ports?.map(({ containerPort }) => String(containerPort))
    expect(listens).toEqual([lines.LISTEN, lines.LISTEN_STATUS])
  },
)

test.each(overlays)('what counts, balances and keeps pods of %s finds them', (overlay) => {
  const all = manifests(overlay)
  const workloads = workloadsOf(all)
  const found = (labels?: Record<string, string>) =>
    workloads.filter((one) => matches(one.labels, labels)).map(({ name }) => name)
  for (const { kind, metadata, spec } of all) {
    const { selector, scaleTargetRef } = (spec ?? {}) as Record<string, Record<string, never> | undefined>
    const where = `${kind} ${metadata.name}`
    if (kind === 'Service') expect(found(selector), where).toEqual([metadata.name])
    if (['PodDisruptionBudget', 'Deployment', 'StatefulSet'].includes(kind))
      expect(found(selector?.matchLabels), where).toEqual([metadata.name])
    if (kind !== 'HorizontalPodAutoscaler') continue
    const [scaled] = all.filter(
      (one) => one.kind === 'Deployment' && one.metadata.name === scaleTargetRef?.name,
    )
    expect(scaled?.spec, where).toBeTruthy()
    expect(scaled?.spec?.replicas, where).toBeUndefined()
  }
  expect(all.filter(({ kind }) => kind === 'PodDisruptionBudget')).toHaveLength(4)
})

test.each(overlays)('ports that are named in %s are there', (overlay) => {
  const all = manifests(overlay)
  for (const service of all.filter(({ kind }) => kind === 'Service')) {
    const { selector, ports = [] } = specOf<{ selector: Labels; ports: { targetPort: string }[] }>(service)
    const pods = workloadsOf(all).filter(({ labels }) => matches(labels, selector))
    const open = pods.flatMap(({ pod }) => pod.containers.flatMap((container) => container.ports ?? []))
    for (const { targetPort: name } of ports)
      expect(open, service.metadata.name).toContainEqual(expect.objectContaining({ name }))
  }
  expect(JSON.stringify(all)).toContain('"backend":{"service":{"name":"web","port":{"name":"http"}}}')
})
