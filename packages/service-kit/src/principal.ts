import { createHmac } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import type { KeyRing } from './key-ring.ts'

/** Who a request is made by. */
export type Person = { id: string; sessionId: string; administrator: boolean }
/** It holds for one secret: a copy of it under another is worth nothing. */
type Statement = Person & { secretHash: string }
export type Verified = Statement & { personName: string }

const issuer = 'doable'
const mostKnown = 10_000

/**
 * What logs and traces call a person: nobody can tell who it is without the key, or guess the id and look whether it fits.
 * All processes say the same, for as long as they sign with the same key.
 */
const nameInLogs = (key: Buffer, personId: string): string =>
  createHmac('sha256', key).update(personId).digest('hex').slice(0, 16)

/**
 * The signed statement (JWT, RFC 7519, ES256) of who a session belongs to. It is kept with the session, so whoever
 * can write to the store of sessions still cannot make one up, nor use that of somebody else. Verifying costs 100 us, so verified ones are remembered.
 */
export class Principals {
  readonly #keys: KeyRing
  readonly #known = new Map<string, Verified>()
  #knownBy: unknown
  constructor(keys: KeyRing) {
    this.#keys = keys
  }

  async sign({ id, sessionId, administrator, secretHash }: Statement): Promise<string> {
    const { signing } = await this.#keys.current()
    return new SignJWT({ sid: sessionId, ...(administrator && { adm: true }) })
      .setProtectedHeader({ alg: 'ES256', kid: signing.id })
      .setSubject(id)
      .setJti(secretHash)
      .setIssuer(issuer)
      .sign(signing.key)
  }

  /** Undefined where the statement was not signed by one of our keys. */
  async verify(token: string): Promise<Verified | undefined> {
    const keys = await this.#keys.current()
    // A key that was taken out of the file takes with it what it had signed.
    if (this.#knownBy !== keys) this.#known.clear()
    this.#knownBy = keys
    const known = this.#known.get(token)
    if (known) return known
    const said = await this.#check(token)
    const person = said && { ...said, personName: nameInLogs(keys.names, said.id) }
    if (person && this.#known.size >= mostKnown) this.#known.clear()
    if (person) this.#known.set(token, person)
    return person
  }

  async #check(token: string): Promise<Statement | undefined> {
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.#keyOf(kid), {
        issuer,
        algorithms: ['ES256'],
      })
      return {
        id: String(payload.sub),
        sessionId: String(payload.sid),
        administrator: payload.adm === true,
        secretHash: String(payload.jti),
      }
    } catch {
      return undefined
    }
  }

  async #keyOf(id = '') {
    const found = await this.#keys.verifying(id)
    if (!found) throw new Error('unknown key')
    return found
  }
}
