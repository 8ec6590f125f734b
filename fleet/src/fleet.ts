import { makeKeysOnce } from '@doable/service-kit/key-file'
import { makePushKeysOnce } from '@doable/service-kit/push-keys'
import { Front } from './front.ts'
import type { Kept, Say, State } from './kept.ts'
import { nodeProgram } from './node-program.ts'
import { runOnce } from './once.ts'
import type { Plan } from './plan.ts'
import { ownRedis } from './redis.ts'
import { Replica, type ServiceName, serviceNames } from './replica.ts'
import { Sorry } from './sorry.ts'

/** What is under way in a service may take its 15 seconds. */
const farewellMs = 20_000

/** A process as it is shown. */
export type Row = { name: string; pid: number | undefined; port: number | undefined; state: State }

/** The processes of one fleet. */
export class Fleet {
  readonly #plan: Plan
  readonly #say: Say
  readonly #stopping = new AbortController()
  readonly #front: Front
  #redis: Kept | undefined
  #replicas: Replica[] = []
  /** Those of a roll that people are not sent to yet, or no more. */
  readonly #aside = new Set<Replica>()
  #rolling = false

  constructor(plan: Plan, say: Say) {
    this.#plan = { ...plan, env: { ...plan.env } }
    this.#say = say
    this.#front = new Front(plan, say)
  }

  /** @throws Sorry with the words of whatever cannot start */
  async start(): Promise<void> {
    const { env, folder, replicas } = this.#plan
    await this.#front.check()
    if (env.SESSION_KEYS === folder.keys) await makeKeysOnce(folder.keys)
    if (env.VAPID_KEYS === folder.pushKeys) await makePushKeysOnce(folder.pushKeys)
    if (!env.REDIS_URL) await this.#startRedis()
    await this.#migrate()
    const numbers = Array.from({ length: replicas }, (_, n) => n + 1)
    this.#replicas = serviceNames.flatMap((service) => numbers.map((n) => this.#replica(service, n)))
    this.#goOn()
    await Promise.all(this.#replicas.map((replica) => replica.start()))
    this.#goOn()
    await this.#front.start(this.#upstreams)
  }

  /** Where the Redis is that all of it shares. */
  get redisUrl(): string {
    return this.#plan.env.REDIS_URL ?? ''
  }

  get rows(): Row[] {
    const { port } = this.#plan
    const rest: [Kept | undefined, number][] = [
      [this.#front.server, port],
      [this.#redis, Number(this.#redis && new URL(this.redisUrl).port)],
    ]
    return [
      ...this.#replicas.map(({ name, pid, port, state }) => ({ name, pid, port, state })),
      ...rest.flatMap(([kept, port]) =>
        kept ? { name: kept.name, pid: kept.pid, port, state: kept.state } : [],
      ),
    ]
  }

  /** Replaces the replicas of a service one by one. @throws Sorry where a new one cannot start; the old one stays */
  async roll(service: string, say: Say): Promise<void> {
    const names = service === 'all' ? serviceNames : serviceNames.filter((name) => name === service)
    if (!names.length)
      throw new Sorry(`There is no service "${service}"; there are ${serviceNames.join(', ')}, and all.`)
    if (this.#rolling) throw new Sorry('Another roll is under way; wait for its end.')
    this.#rolling = true
    try {
      for (const old of this.#replicas.filter((replica) => names.includes(replica.service)))
        await this.#replace(old, say)
    } finally {
      this.#rolling = false
    }
  }

  /** First nobody comes in any more, then services finish what is under way, and Redis is last to go. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    const emptied = this.#front.stop()
    await this.#front.closed()
    const all = [...this.#replicas, ...this.#aside]
    await Promise.all(all.map((replica) => replica.stop('SIGTERM', farewellMs)))
    await emptied
    await this.#redis?.stop('SIGTERM', farewellMs)
  }

  /** Ends all at once, for a person who does not want to wait. */
  async kill(): Promise<void> {
    const all = [this.#front.server, ...this.#replicas, ...this.#aside, this.#redis]
    await Promise.all(all.map((kept) => kept?.stop('SIGKILL', 0)))
  }

  async #startRedis(): Promise<void> {
    const { server, url } = await ownRedis(this.#plan.folder, this.#say)
    this.#redis = server
    this.#plan.env.REDIS_URL = url
    await server.start()
    this.#goOn()
  }

  async #migrate(): Promise<void> {
    const { demo, env, folder } = this.#plan
    const program = nodeProgram('migrate', 'standalone/src/db.ts', [demo ? 'seed' : 'migrate'], env)
    await runOnce(program, folder, this.#stopping.signal)
  }

  async #replace(old: Replica, say: Say): Promise<void> {
    const fresh = old.successor()
    this.#aside.add(fresh)
    try {
      await fresh.start()
    } finally {
      this.#aside.delete(fresh)
      this.#goOn()
    }
    this.#replicas = this.#replicas.map((replica) => (replica === old ? fresh : replica))
    this.#aside.add(old)
    await this.#front.follow(this.#upstreams)
    await old.stop('SIGTERM', farewellMs)
    this.#aside.delete(old)
    say(`${fresh.name} is now process ${fresh.pid} on port ${fresh.port}.`)
  }

  #replica(service: ServiceName, number: number): Replica {
    const { env, folder } = this.#plan
    const moved = () => this.#front.follow(this.#upstreams)
    return new Replica({ service, number, folder, env, say: this.#say, moved })
  }

  get #upstreams() {
    const ports = (service: ServiceName) =>
      this.#replicas.filter((replica) => replica.service === service).map(({ port }) => port)
    return { user: ports('user'), task: ports('task'), notification: ports('notification') }
  }

  /** A stop that comes while all is being started. */
  #goOn(): void {
    if (this.#stopping.signal.aborted) throw new Sorry('The fleet is being stopped.')
  }
}
