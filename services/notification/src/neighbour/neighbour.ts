import type { NewEvent } from '@doable/service-kit/event-log'
import type { Platform, Service } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'

/**
 * Stands where the other services stand, for tests: owns the tables that this service leans on (sessions, and tasks with nothing
 * but an id) and announces what it is asked to.
 */
export function neighbour() {
  let platform: Platform | undefined
  const own = () => {
    if (!platform) throw new Error('the neighbour has not been started')
    return platform
  }
  const service: Service = {
    name: 'neighbour',
    home: new URL('./', import.meta.url),
    models() {},
    routes() {},
    async start(given) {
      platform = given
      return async () => {}
    },
  }
  return {
    service,
    /** Answers the event's id. */
    async announce(event: NewEvent): Promise<string> {
      const [id] = await inTransaction(own().db, (tx) => own().events.append(tx, event))
      return id ?? ''
    },
    addTask: (id: string) => own().db.getQueryInterface().bulkInsert('Tasks', [{ id }]),
    eraseTask: (id: string) => own().db.getQueryInterface().bulkDelete('Tasks', { id }),
    async signIn(personId: string) {
      const device = { agent: 'test', name: 'Test', address: '127.0.0.1' }
      const { secret, session } = await own().sessions.open(personId, device)
      return { secret, sessionId: session.id }
    },
    platform: own,
  }
}
