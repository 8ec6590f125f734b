import { rm } from 'node:fs/promises'
import { isIPv6 } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Kept, type Say } from './kept.ts'
import { nginxArgs, nginxFiles, writeNginx } from './nginx.ts'
import { changeNginx } from './nginx-change.ts'
import type { Plan } from './plan.ts'
import { freePort, isFree, says } from './port.ts'
import { Process } from './process.ts'
import { findProgram } from './program.ts'
import type { ServiceName } from './replica.ts'
import { Sorry } from './sorry.ts'

/** The ports of the replicas of each service. */
export type Upstreams = Record<ServiceName, number[]>

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

/** Those who wait for an answer when the fleet stops. */
const emptyMs = 2_000

/** NGINX, which stands in front of the replicas. */
export class Front {
  server: Kept | undefined
  readonly #plan: Plan
  readonly #say: Say
  #statusPort: number | undefined
  #turn: Promise<void> = Promise.resolve()

  constructor(plan: Plan, say: Say) {
    this.#plan = plan
    this.#say = say
  }

  /** @throws Sorry where it is not installed, or could not listen */
  async check(): Promise<void> {
    findProgram('nginx')
    const { host, port } = this.#plan
    if (!(await isFree(port, host))) throw new Sorry(`Port ${port} is taken; choose a free one with --port.`)
  }

  async start(upstreams: Upstreams): Promise<void> {
    const { folder } = this.#plan
    // A runner that was killed in the middle of a change left it there.
    await rm(this.#changing, { force: true })
    await this.#write(upstreams)
    const words = nginxArgs(folder.nginx)
    const program = { name: 'nginx', file: findProgram('nginx'), words, env: process.env }
    const launch = async () => {
      await this.#untilFree()
      return new Process(program, folder)
    }
    this.server = new Kept(
      { name: 'nginx', launch, answers: () => says(this.#statusPort ?? 0, '', '') },
      this.#say,
    )
    await this.server.start()
  }

  /** Workers of one that was killed let go of the port once they have noticed; what they answer is not its successor's. */
  async #untilFree(): Promise<void> {
    const { host, port } = this.#plan
    const deadline = performance.now() + 10_000
    while (!(await isFree(port, host)) && performance.now() < deadline) await wait(50)
  }

  /** Sends people to these replicas from now on; resolves once nobody is sent to others any more. */
  follow(upstreams: Upstreams): Promise<void> {
    this.#turn = this.#turn.catch(() => undefined).then(() => this.#reload(upstreams))
    return this.#turn
  }

  /** Lets what is under way end, and takes nobody in any more. */
  async stop(): Promise<void> {
    await this.server?.stop('SIGQUIT', 15_000)
  }

  /** Resolves when it has ended, or when those who still are there will not go by themselves. */
  async closed(): Promise<void> {
    const deadline = performance.now() + emptyMs
    while (this.server?.pid && performance.now() < deadline) await wait(25)
  }

  get #changing() {
    return nginxFiles(this.#plan.folder.nginx).changing
  }

  async #reload(upstreams: Upstreams): Promise<void> {
    const pid = this.server?.pid
    const write = () => this.#write(upstreams)
    // One that is being started again reads the new list by itself.
    if (!pid) return void (await write())
    if (!(await changeNginx(pid, this.#changing, write)))
      throw new Sorry(
        `NGINX did not take the new list of replicas; its log is ${this.#plan.folder.log('nginx')}.`,
      )
  }

  async #write(upstreams: Upstreams): Promise<void> {
    const { folder, host, port, publicUrl, trustedProxies, nginx } = this.#plan
    this.#statusPort ??= await freePort()
    const at = (ports: number[]) => ports.map((each) => ({ host: '127.0.0.1', port: each }))
    const { user, task, notification } = upstreams
    await writeNginx(folder.nginx, {
      listen: `${isIPv6(host) ? `[${host}]` : host}:${port}`,
      publicUrl,
      status: `127.0.0.1:${this.#statusPort}`,
      upstreams: { user: at(user), task: at(task), notification: at(notification) },
      dist,
      trustedProxies,
      settings: nginx,
    })
  }
}
