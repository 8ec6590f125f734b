import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startServices } from '@doable/service-kit/testing'
import { services } from '@doable/standalone/services'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { kustomize } from '../fixtures/kubernetes/kustomization.ts'
import { bytes, type Container, containersOf, workloadsOf } from '../fixtures/kubernetes/workload.ts'

const root = join(import.meta.dirname, '../..')
const text = (name: string) => readFileSync(join(root, name), 'utf8')
const overlays = ['production', 'small']
const manifests = (overlay: string) => kustomize(join(root, 'ops/k8s/overlays', overlay))
const all = overlays.flatMap((overlay) =>
  workloadsOf(manifests(overlay)).map((workload) => ({ ...workload, where: `${overlay}/${workload.name}` })),
)
const containers = all.flatMap((one) => containersOf(one).map((container) => ({ ...one, container })))
const ours = containers.filter(({ container }) => /(^|\/)doable\//.test(container.image))

test('every pod keeps to the restricted standard, writes to its volumes only and holds no token', () => {
  expect(containers.length).toBeGreaterThan(10)
  for (const { where, pod } of all) {
    expect(pod.securityContext, where).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    })
    expect(pod, where).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false })
    expect([pod.hostNetwork, pod.hostPID, pod.hostIPC], where).toEqual([undefined, undefined, undefined])
    for (const { name: _, ...volume } of pod.volumes ?? [])
      expect(['secret', 'configMap', 'emptyDir', 'persistentVolumeClaim'], where).toContain(
        Object.keys(volume)[0],
      )
  }
  for (const { where, container, pod } of containers) {
    const { runAsUser = pod.securityContext?.runAsUser, ...security } = container.securityContext ?? {}
    expect(security, where).toMatchObject({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    })
    expect([security.privileged, security.capabilities?.add], where).toEqual([undefined, undefined])
    if (/doable|redis/.test(container.image)) expect(runAsUser, where).toBeGreaterThan(0)
    for (const { hostPort } of container.ports ?? []) expect(hostPort, where).toBeUndefined()
  }
})

test('every container asks for what it needs and may have no more than its limit', () => {
  for (const { where, container } of containers) {
    const { requests, limits } = container.resources ?? {}
    for (const one of [requests, limits]) expect(one?.cpu, where).toMatch(/^\d+m?$/)
    expect(bytes(requests?.memory ?? ''), where).toBeGreaterThan(0)
    expect(bytes(limits?.memory ?? ''), where).toBeGreaterThanOrEqual(bytes(requests?.memory ?? ''))
  }
})

test('a service asks for the memory that one was measured to take', () => {
  const measured = [
    ...text('bench/results.md').matchAll(/memory of one (\w+) process, under load \| (\d+) MB/g),
  ]
  expect(measured.length).toBe(3)
  for (const [, name, megabytes] of measured)
    for (const { where, container } of ours.filter((one) => one.name === name))
      expect(bytes(container.resources?.requests.memory ?? ''), where).toBeGreaterThan(
        Number(megabytes) * 1e6,
      )
})

const probesOf = ({ startupProbe, readinessProbe, livenessProbe }: Container) =>
  [startupProbe, readinessProbe, livenessProbe].flatMap((probe) => probe ?? [])

test('what lasts is probed, at addresses that are there', async () => {
  const site = text('ops/nginx/templates/site.conf.template')
  const running = await startServices(services)
  try {
    for (const { where, name, lasts, container } of containers) {
      if (!lasts || container.name === 'exporter') continue
      const probes = probesOf(container)
      expect(probes.length, where).toBe(3)
      for (const { httpGet, tcpSocket } of probes) {
        const port = httpGet?.port ?? tcpSocket?.port
        expect(
          container.ports?.map((each) => each.name),
          where,
        ).toContain(port)
        if (!httpGet) continue
        if (name === 'web') expect(site).toContain(`location = ${httpGet.path} {`)
        else expect((await running.app.inject(httpGet.path)).statusCode, where).toBe(200)
      }
    }
  } finally {
    await running.stop()
  }
})

test('a pod that goes has the time to finish what it answers', () => {
  const [, farewell = '0'] =
    /longestFarewellMs = ([\d_]+)/.exec(text('packages/service-kit/src/run.ts')) ?? []
  const nginx = /worker_shutdown_timeout (\d+)s/.exec(text('ops/nginx/templates/nginx.conf.template'))?.[1]
  const lasting = all.filter(({ lasts, name }) => lasts && name !== 'redis')
  expect(lasting.length).toBe(8)
  for (const { where, name, pod } of lasting) {
    const wait = Math.max(...pod.containers.map(({ lifecycle }) => lifecycle?.preStop.sleep.seconds ?? 0))
    const farewellSeconds = name === 'web' ? Number(nginx) : Number(farewell.replaceAll('_', '')) / 1000
    expect(wait, where).toBeGreaterThan(0)
    expect(farewellSeconds, where).toBeGreaterThan(0)
    expect(pod.terminationGracePeriodSeconds, where).toBeGreaterThanOrEqual(wait + farewellSeconds + 5)
  }
})

test('images of ours have a target, and those of others are the ones of compose', () => {
  const targets = [...text('Dockerfile').matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, name]) => name)
  const composed = ['compose.yaml', 'compose.monitoring.yaml'].flatMap((name) =>
    Object.values(
      (parse(text(name), { merge: true }) as { services: Record<string, { image: string }> }).services,
    ).map(({ image }) => image.replace(/^\$\{\w+:-(.*)\}$/, '$1')),
  )
  for (const { where, container } of containers) {
    const [, target] = /(?:^|\/)doable\/([\w-]+)(?::.*)?$/.exec(container.image) ?? []
    if (target) expect(targets, where).toContain(target)
    else expect(composed, where).toContain(container.image)
  }
})
