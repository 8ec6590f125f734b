import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { until } from '../fleet/fleet.ts'
import { call } from '../fleet/visitor.ts'

/** The system under test, without a slash at its end. */
export const url = (process.env.RUNNING_SYSTEM ?? '').replace(/\/$/, '')

const project = process.env.COMPOSE_PROJECT_NAME || 'doable'
const ofProject = ['--filter', `label=com.docker.compose.project=${project}`]

/** Whether the system under test is containers that this machine's Docker runs. */
export const areHere = Boolean(spawnSync('docker', ['ps', '-q', ...ofProject], { encoding: 'utf8' }).stdout)

/** As `docker inspect` shows it, in part. */
export type Container = {
  Id: string
  Name: string
  State: { Status: string; StartedAt: string; ExitCode: number; Health?: { Status: string } }
  Config: { User: string; Env: string[]; Labels: Record<string, string>; Healthcheck?: { Test: string[] } }
  HostConfig: { ReadonlyRootfs: boolean; CapDrop: string[] | null; SecurityOpt: string[] | null }
  NetworkSettings: {
    Ports: Record<string, { HostIp: string }[] | null>
    Networks: Record<string, { IPAddress: string }>
  }
}

export async function docker(...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('docker', words, { maxBuffer: 256 * 1024 * 1024 })
  return stdout.trim()
}

/** The containers of a part of `compose.yaml`, or of all, ended ones included; in the order of their names. */
export async function containers(service?: string): Promise<Container[]> {
  const one = service ? ['--filter', `label=com.docker.compose.service=${service}`] : []
  const ids = await docker('ps', '-aq', ...ofProject, ...one)
  if (!ids) return []
  const found = JSON.parse(await docker('inspect', ...ids.split('\n'))) as Container[]
  return found.sort((a, b) => (a.Name < b.Name ? -1 : 1))
}

export const serviceOf = ({ Config }: Container) => Config.Labels['com.docker.compose.service'] ?? ''

/** The address that NGINX's log names a replica by. */
export const addressOf = ({ NetworkSettings }: Container) =>
  `${NetworkSettings.Networks[`${project}_inside`]?.IPAddress}:3000`

/** Once all of a part are well. */
export const untilHealthy = (service: string) =>
  until(async () => (await containers(service)).every(({ State }) => State.Health?.Status === 'healthy'), 120)

/** `docker compose`, with the files that the running system was started from. */
export async function compose(...words: string[]): Promise<void> {
  const [nginx] = await containers('nginx')
  const of = (name: string) => nginx?.Config.Labels[`com.docker.compose.project.${name}`] ?? ''
  const files = of('config_files').split(',')
  const where = ['-p', project, '--project-directory', of('working_dir')]
  await docker('compose', ...where, ...files.flatMap((file) => ['-f', file]), ...words)
}

let marks = 0
/** What NGINX has answered so far; a request of our own is written after all that were answered before. */
export async function answered(): Promise<{ path: string; replica: string }[]> {
  marks += 1
  const path = `/api/no-such-thing-${process.pid}-${marks}`
  await call(url, 'GET', path)
  const [nginx] = await containers('nginx')
  const lines = await until(async () => {
    const text = await docker('logs', nginx?.Id ?? '')
    return text.includes(path) && text.split('\n').filter((line) => line.startsWith('{'))
  })
  return lines.map((line) => JSON.parse(line) as { path: string; replica: string })
}
