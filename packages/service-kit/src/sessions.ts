import { hash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Device } from './device.ts'
import type { Person, Principals, Verified } from './principal.ts'
import type { SessionStore, StoredSession } from './session-store.ts'

/** A session as its owner may see it. */
export type Session = Omit<StoredSession, 'hash' | 'token'>
/** The session a request came with, and the rights that were signed into it. */
export type UsedSession = Session & {
  administrator: boolean
  /** What logs and traces call the person. */
  personName: string
}
/** `secret` goes into the cookie, or after `Authorization: Bearer` for scripts. It is never kept or shown again. */
export type OpenedSession = { session: Session; secret: string }

const minute = 60_000
const day = 24 * 60 * minute
const secretForm = /^[A-Za-z0-9_-]{43}$/

type Options = Pick<Config, 'sessionIdleDays' | 'sessionMaxDays' | 'publicUrl'>

/** Who is signed in where (OWASP Session Management Cheat Sheet). */
export class Sessions {
  readonly #store: SessionStore
  readonly #principals: Principals
  readonly #clock: Clock
  readonly #options: Options

  constructor(store: SessionStore, principals: Principals, clock: Clock, options: Options) {
    this.#store = store
    this.#principals = principals
    this.#clock = clock
    this.#options = options
  }

  /** Signs a person in on a device, with a secret nobody had before, and sets the cookie of `reply`. */
  async open(
    personId: string,
    device: Device,
    { reply, administrator = false }: { reply?: FastifyReply; administrator?: boolean } = {},
  ): Promise<OpenedSession> {
    const now = this.#clock.now()
    const id = uuidv7()
    const session: StoredSession = {
      ...(await this.#newSecret({ id: personId, sessionId: id, administrator })),
      id,
      personId,
      agent: device.agent,
      device: device.name,
      address: device.address,
      createdAt: now.toISOString(),
      lastSeenAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + this.#options.sessionMaxDays * day).toISOString(),
    }
    const { secret, ...kept } = session as StoredSession & { secret: string }
    await this.#store.add(kept)
    if (reply) this.#setCookie(reply, secret)
    return { session: shown(kept), secret }
  }

  /** The same session under a new secret: after a change of password or of rights. Undefined where it has ended. */
  async rotate(request: FastifyRequest, reply: FastifyReply): Promise<OpenedSession | undefined> {
    const session = await this.#current(request)
    const person = session && (await this.#verified(session))
    if (!session || !person) return undefined
    const { secret, ...changed } = { ...session, ...(await this.#newSecret(person)) }
    if (!(await this.#store.move(session.hash, changed))) return undefined
    this.#setCookie(reply, secret)
    return { session: shown(changed), secret }
  }

  /** The session a request comes with, if it is good. Its idle time starts anew. */
  async of(request: FastifyRequest): Promise<UsedSession | undefined> {
    const session = await this.#current(request)
    const person = session && (await this.#verified(session))
    if (!session || !person) return undefined
    await this.#touch(session, request)
    return { ...shown(session), administrator: person.administrator, personName: person.personName }
  }

  /** Signs a device of this person out. Answers whether there was one. */
  end(personId: string, id: string): Promise<boolean> {
    return this.#store.remove(personId, id)
  }

  /** Signs all devices of a person out, but for one. Answers how many. */
  endAll(personId: string, exceptId?: string): Promise<number> {
    return this.#store.removeAll(personId, exceptId)
  }

  /** The devices a person is signed in on, last used first. */
  async list(personId: string): Promise<Session[]> {
    const all = await this.#store.ofPerson(personId)
    return all.filter((one) => this.#good(one)).map(shown)
  }

  /** How many are open, of everybody. */
  count(): Promise<number> {
    return this.#store.count(this.#clock.now())
  }

  /** Forgets sessions that have ended. */
  purge(): Promise<number> {
    const now = this.#clock.now()
    return this.#store.purge(now, new Date(now.getTime() - this.#options.sessionIdleDays * day))
  }

  clearCookie(reply: FastifyReply): void {
    reply.clearCookie(this.#cookieName, { path: '/', secure: this.#secure, httpOnly: true, sameSite: 'lax' })
  }

  /** Who a session's statement says it belongs to, if it is one of ours and this session's. */
  async #verified(session: StoredSession): Promise<Verified | undefined> {
    const person = await this.#principals.verify(session.token)
    if (person?.id !== session.personId || person.sessionId !== session.id) return undefined
    return person.secretHash === session.hash ? person : undefined
  }

  async #newSecret({ id, sessionId, administrator }: Person) {
    const secret = randomBytes(32).toString('base64url')
    const secretHash = hash('sha256', secret, 'hex')
    const token = await this.#principals.sign({ id, sessionId, administrator, secretHash })
    return { secret, hash: secretHash, token }
  }

  async #current(request: FastifyRequest): Promise<StoredSession | undefined> {
    const secret = bearer(request) ?? request.cookies[this.#cookieName]
    if (!secret || !secretForm.test(secret)) return undefined
    const session = await this.#store.find(hash('sha256', secret, 'hex'))
    return session && this.#good(session) ? session : undefined
  }

  #good({ lastSeenAt, expiresAt }: StoredSession): boolean {
    const now = this.#clock.now().getTime()
    return now < Date.parse(expiresAt) && now < Date.parse(lastSeenAt) + this.#options.sessionIdleDays * day
  }

  /** At most once a minute: reading must not cost a write each time, and a full disk must not sign anybody out. */
  async #touch(session: StoredSession, request: FastifyRequest): Promise<void> {
    const now = this.#clock.now()
    if (now.getTime() - Date.parse(session.lastSeenAt) < minute) return
    const seen = { lastSeenAt: now.toISOString(), address: request.ip.slice(0, 64) }
    await this.#store
      .touch({ ...session, ...seen })
      .catch((err) => request.log.warn({ err }, 'session not touched'))
  }

  get #secure() {
    return this.#options.publicUrl.protocol === 'https:'
  }
  get #cookieName() {
    return this.#secure ? '__Host-sid' : 'sid'
  }

  #setCookie(reply: FastifyReply, secret: string): void {
    const maxAge = (this.#options.sessionMaxDays * day) / 1000
    reply.setCookie(this.#cookieName, secret, {
      path: '/',
      httpOnly: true,
      secure: this.#secure,
      sameSite: 'lax',
      maxAge,
    })
  }
}

/** The secret of a script (RFC 6750, section 2.1). */
export const bearer = (request: FastifyRequest): string | undefined =>
  /^Bearer ([\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1]

function shown({ hash: _hash, token: _token, ...session }: StoredSession): Session {
  return session
}
