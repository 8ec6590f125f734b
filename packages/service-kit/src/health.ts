import type { FastifyInstance } from 'fastify'
import { lacks, type Needs } from './dependencies.ts'
import { away } from './problem.ts'

/**
 * Whether the process lives, and whether it can do its work: what its supervisor and its balancer ask. What is away is
 * named: the problem is that of the first, `errors` has them all (`/database`, `/migrations`, `/redis`).
 */
export function health(app: FastifyInstance, needs: Needs): void {
  let leaving = false
  app.addHook('preClose', async () => {
    leaving = true
  })
  app.get('/health/live', async () => ({ live: true }))
  app.get('/health/ready', async () => {
    if (leaving) throw away('leaving', 'This process is being stopped.')
    const all = await lacks(needs)
    const [first] = all
    if (first) {
      const faults = all.map(({ name, detail }) => ({ pointer: `/${name}`, detail }))
      throw away(first.code, all.map(({ detail }) => detail).join(' '), 2, faults)
    }
    return { ready: true, services: needs.owners.map(({ name }) => name) }
  })
}
