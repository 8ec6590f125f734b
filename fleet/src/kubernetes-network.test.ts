import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { kustomize } from '../fixtures/kubernetes/kustomization.ts'
import { type End, mayTalk } from '../fixtures/kubernetes/network.ts'
import { workloadsOf } from '../fixtures/kubernetes/workload.ts'

const root = join(import.meta.dirname, '../..')
const networkOf = (overlay: string) => {
  const all = kustomize(join(root, 'ops/k8s/overlays', overlay))
  const workloads = workloadsOf(all)
  const pod = (name: string): End => ({ workload: workloads.find((one) => one.name === name) })
  return {
    pods: workloads.map(({ name }) => name),
    pod,
    may: (from: End, to: End, port: number, protocol?: string) => mayTalk(all, from, to, port, protocol),
  }
}
const overlays = ['production', 'small']
const services = ['user', 'task', 'notification']
const sqlServer: End = { address: '10.1.2.3' }
const outside: End = { address: '203.0.113.7' }

test.each(overlays)('in %s all that the fleet does is let through', (overlay) => {
  const { pods, pod, may } = networkOf(overlay)
  const composed = parse(readFileSync(join(root, 'compose.yaml'), 'utf8'), { merge: true }) as {
    services: Record<string, { networks?: string[] }>
  }
  for (const name of services) {
    expect(may(pod('web'), pod(name), 3000), name).toBe(true)
    expect(may(pod(name), sqlServer, 1433), name).toBe(true)
    const redis = pods.includes('redis') ? pod('redis') : sqlServer
    expect(may(pod(name), redis, 6379), name).toBe(true)
    // Who is let out is the same as under Docker.
    const isOut = composed.services[name]?.networks?.includes('outside') ?? false
    for (const port of [443, 8443, 465, 587]) expect(may(pod(name), outside, port), name).toBe(isOut)
  }
  for (const name of ['migrate', 'backup'].filter((one) => pods.includes(one)))
    expect(may(pod(name), sqlServer, 1433), name).toBe(true)
  expect(may({ namespace: 'traefik' }, pod('web'), 8080)).toBe(true)
  for (const name of pods)
    for (const protocol of ['UDP', 'TCP'])
      expect(may(pod(name), { namespace: 'kube-system' }, 53, protocol), name).toBe(true)
})

test.each(overlays)('in %s nothing else is', (overlay) => {
  const { pods, pod, may } = networkOf(overlay)
  for (const name of pods) {
    expect(may({ namespace: 'somebody' }, pod(name), 3000), name).toBe(false)
    expect(may(outside, pod(name), 3000), name).toBe(false)
    expect(may(pod(name), pod('user'), 3000), name).toBe(name === 'web')
    // What a cloud tells its machines, secrets of theirs among it.
    expect(may(pod(name), { address: '169.254.169.254' }, 80), name).toBe(false)
    expect(may(pod(name), { address: '169.254.169.254' }, 443), name).toBe(false)
    expect(may(pod(name), { address: '10.1.2.4' }, 443), name).toBe(false)
    expect(may(pod(name), { namespace: 'kube-system' }, 443), name).toBe(false)
  }
  expect(may(pod('web'), sqlServer, 1433)).toBe(false)
  expect(may(pod('web'), pod('task'), 9464)).toBe(false)
  expect(may(pod('migrate'), outside, 443)).toBe(false)
  for (const name of services) expect(may({ namespace: 'somebody' }, pod(name), 9464)).toBe(false)
})

test('where Prometheus watches, it alone sees the figures, and only who ends TLS knocks', () => {
  const { pod, may } = networkOf('production')
  for (const name of services) expect(may({ namespace: 'monitoring' }, pod(name), 9464), name).toBe(true)
  expect(may({ namespace: 'monitoring' }, pod('web'), 9113)).toBe(true)
  expect(may({ namespace: 'monitoring' }, pod('task'), 3000)).toBe(false)
  expect(may({ namespace: 'somebody' }, pod('web'), 8080)).toBe(false)
  expect(may({ namespace: 'somebody' }, pod('web'), 8081)).toBe(false)
})
