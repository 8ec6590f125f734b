import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nginxArgs, writeNginx } from '@doable/fleet/nginx'
import { findProgram } from '@doable/fleet/program'
import { type Fleet, startFleet, until } from '../tests/fleet/fleet.ts'
import { freePort } from '../tests/support/server.ts'
import { live } from './fleet-live.ts'
import { type Asker, askers, type Measured, measureMix } from './fleet-mix.ts'
import { type Figure, quantile, residentMegabytes } from './measure.ts'

const replicas = [1, 2, 4]
const people = 16
const warmMs = 2_000
const forMs = 8_000
/** All come from one address here. */
const unlimited = { REQUESTS_PER_SECOND: '100000', REQUESTS_AT_ONCE: '10000' }

/** Requests per second and how long they take, through NGINX, on so many replicas; against NGINX before a bare server. */
export async function fleet(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const count of replicas) {
    const running = await startFleet({ replicas: count, env: unlimited })
    try {
      const all = await askers(running.url, people)
      await measureMix(running.url, all, warmMs)
      const ours = await measureMix(running.url, all, forMs)
      if (ours.failed) throw new Error(`${ours.failed} of ${ours.ms.length} requests failed`)
      if (count === 2) figures.push(...memory(running), await live(running))
      figures.push(...speed(count, ours, await floor(all)))
    } finally {
      await running.stop()
    }
  }
  return figures
}

function speed(count: number, ours: Measured, least: Measured): Figure[] {
  const name = `mix on ${count} ${count === 1 ? 'replica' : 'replicas'} of each`
  const part = (title: string, p: number): Figure => ({
    name: `${name}, ${title}`,
    value: quantile(ours.ms, p),
    unit: 'ms',
    floor: quantile(least.ms, p),
  })
  return [
    { name: `${name}, requests`, value: ours.perSecond, unit: '/s', floor: least.perSecond },
    part('p50', 0.5),
    part('p95', 0.95),
    part('p99', 0.99),
  ]
}

/** The same requests, through the same NGINX, to a Node server that answers `ok` to all. */
async function floor(all: Asker[]): Promise<Measured> {
  const [bare, front, status] = [await freePort(), await freePort(), await freePort()]
  const folder = await mkdtemp(join(tmpdir(), 'doable-floor-'))
  const at = [{ host: '127.0.0.1', port: bare }]
  const url = `http://127.0.0.1:${front}`
  await writeNginx(folder, {
    listen: `127.0.0.1:${front}`,
    publicUrl: new URL(url),
    status: `127.0.0.1:${status}`,
    upstreams: { user: at, task: at, notification: at },
    dist: join(import.meta.dirname, '../dist'),
    settings: unlimited,
  })
  const server = spawn(process.execPath, [join(import.meta.dirname, 'floor/server.mjs'), String(bare)])
  const nginx = spawn(findProgram('nginx'), nginxArgs(folder), { stdio: 'ignore' })
  try {
    await until(async () => (await fetch(`${url}/api/tasks`).catch(() => undefined))?.ok)
    await measureMix(url, all, warmMs / 2)
    return await measureMix(url, all, forMs / 2)
  } finally {
    nginx.kill()
    server.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

function memory({ started }: Fleet): Figure[] {
  return started
    .filter(({ name }) => name.endsWith('-1'))
    .map(({ name, pid }) => ({
      name: `memory of one ${name.replace('-1', '')} process, under load`,
      value: residentMegabytes(pid),
      unit: 'MB',
    }))
}
