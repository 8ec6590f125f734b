import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type NginxFiles, type NginxOptions, nginxArgs, writeNginx } from '@doable/fleet/nginx'
import { changeNginx } from '@doable/fleet/nginx-change'
import { dataFolder, freePort, remove } from '../support/server.ts'
import type { Origin } from './origin.ts'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))
type Service = keyof NginxOptions['upstreams']
export type Behind = Record<Service, Origin[]>
export type Answered = { status: number; headers: IncomingHttpHeaders; raw: string[]; bytes: Buffer }
type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer; agent?: Agent }
type Where = { host?: string; port?: number; via?: typeof request }

const addresses = ({ user, task, notification }: Behind) => {
  const of = (origins: Origin[]) => origins.map(({ address }) => address)
  return { user: of(user), task: of(task), notification: of(notification) }
}

/** A real NGINX in front of origins, on ports and in a folder of its own. */
export class Front {
  readonly folder: string
  readonly options: NginxOptions
  files!: NginxFiles
  #child: ChildProcess | undefined
  said = ''

  private constructor(folder: string, options: NginxOptions) {
    this.folder = folder
    this.options = options
  }

  static async start(behind: Behind, more: Partial<NginxOptions> = {}): Promise<Front> {
    const [folder, port, status] = await Promise.all([dataFolder(), freePort(), freePort()])
    const front = new Front(folder, {
      listen: `127.0.0.1:${port}`,
      publicUrl: new URL(`http://localhost:${port}`),
      status: `127.0.0.1:${status}`,
      upstreams: addresses(behind),
      dist,
      ...more,
      settings: { WORKERS: '2', ...more.settings },
    })
    try {
      await front.#run()
    } catch (error) {
      await front.stop()
      throw error
    }
    return front
  }

  get port(): number {
    return Number(this.options.listen.split(':')[1])
  }

  async #run(): Promise<void> {
    this.files = await writeNginx(this.folder, this.options)
    const child = spawn('nginx', nginxArgs(this.folder), { stdio: ['ignore', 'ignore', 'pipe'] })
    this.#child = child
    child.stderr.on('data', (text) => {
      this.said += text
    })
    while (!(await this.#lives())) {
      if (child.exitCode !== null) throw new Error(`nginx ended: ${this.said}`)
      await wait(25)
    }
  }

  async #lives(): Promise<boolean> {
    const [host = '', port] = this.options.status.split(':')
    return this.send('/health/live', {}, { host, port: Number(port) }).then(
      ({ status }) => status === 200,
      () => false,
    )
  }

  /** One request as it is written, on a connection of its own unless an agent is given. */
  send(path: string, sent: Sent = {}, where: Where = {}): Promise<Answered> {
    const { method = 'GET', headers = {}, body, agent = new Agent() } = sent
    const { host = '127.0.0.1', port = this.port, via = request } = where
    return new Promise((resolve, reject) => {
      const asked = via({ host, port, path, method, headers, agent }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.once('error', reject)
        answer.once('end', () => {
          const { statusCode: status = 0, headers, rawHeaders: raw } = answer
          resolve({ status, headers, raw, bytes: Buffer.concat(chunks) })
        })
      })
      asked.once('error', reject)
      asked.end(body)
    })
  }

  /** The lines of the access log, once there are as many as asked for. */
  async log(lines = 1): Promise<Record<string, unknown>[]> {
    for (;;) {
      const text = await readFile(this.files.accessLog, 'utf8')
      const all = text.split('\n').filter(Boolean)
      if (all.length >= lines) return all.map((line) => JSON.parse(line) as Record<string, unknown>)
      await wait(50)
    }
  }

  /** Has it take other settings while it runs. */
  change(more: Partial<NginxOptions>): Promise<boolean> {
    const write = () => writeNginx(this.folder, { ...this.options, ...more })
    return changeNginx(this.#child?.pid ?? 0, this.files.changing, write)
  }

  async stop(): Promise<void> {
    const child = this.#child
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    }
    await remove(this.folder)
  }
}

export const json = ({ bytes }: Answered) => JSON.parse(bytes.toString()) as Record<string, unknown>
/** How often a header came. */
export const times = ({ raw }: Answered, name: string) =>
  raw.filter((each, index) => index % 2 === 0 && each.toLowerCase() === name).length
