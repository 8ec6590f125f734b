/** A session as it is kept. Instants are ISO 8601 in UTC. */
export type StoredSession = {
  /** SHA-256 of the secret, hex. */
  hash: string
  id: string
  personId: string
  /** The signed statement of who this is (JWT). */
  token: string
  agent: string
  device: string
  address: string
  createdAt: string
  lastSeenAt: string
  /** It ends then, however much it is used. */
  expiresAt: string
}

/** Where sessions are kept: rows of the database, or Redis in a fleet. */
export interface SessionStore {
  /** For every request; may put off the idle end of what it finds. */
  find(hash: string): Promise<StoredSession | undefined>
  add(session: StoredSession): Promise<void>
  /**
   * The same session under a new secret; the old one is void at once.
   * Answers false where it has ended meanwhile: what ended does not come back.
   */
  move(oldHash: string, session: StoredSession): Promise<boolean>
  /** Keeps when and from where the session was used, unless it has ended meanwhile. */
  touch(session: StoredSession): Promise<void>
  /** Answers whether this person had that session. */
  remove(personId: string, id: string): Promise<boolean>
  /** Answers how many there were. */
  removeAll(personId: string, exceptId?: string): Promise<number>
  /** Last used first. */
  ofPerson(personId: string): Promise<StoredSession[]>
  /** How many have not ended at this moment, from an index; some that ended for want of use may be among them for an hour. */
  count(now: Date): Promise<number>
  /** Forgets what ended or was last used before these moments. Answers how many. */
  purge(expiredBy: Date, unusedSince: Date): Promise<number>
}
