import {
  administrationApi,
  type DeadJob as PublicJob,
  type QueueCount,
} from '@doable/contracts/administration'
import { jobFigures } from '@doable/service-kit/job-figures'
import { mount } from '@doable/service-kit/mount'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyInstance } from 'fastify'
import { placeOf, readPlace } from './cursor.ts'
import { type DeadJob, deadJobs, discardDead, type Piece, retryDead } from './dead-jobs.ts'
import { jobsOf } from './jobs.ts'
import { queues } from './status-figures.ts'

/** What administrators see to: the jobs that were given up. */
export function administrationRoutes(app: FastifyInstance, platform: Platform): void {
  const { db, clock } = platform
  mount(app, administrationApi, {
    deadJobs: ({ query }) => pageOf(platform, query),
    async retryJob({ params: { id } }) {
      found(await retryDead(db, { id }, clock.now()))
    },
    async discardJob({ params: { id } }) {
      found(await discardDead(db, { id }))
    },
    retryQueue: async ({ params: { queue } }) => found(await retryDead(db, { queue }, clock.now())),
    discardQueue: async ({ params: { queue } }) => found(await discardDead(db, { queue })),
  })
}

function found(piece: Piece): Piece {
  if (piece.changed === 0) throw problem(404, 'job-not-found', 'There is no such job that was given up.')
  return piece
}

async function pageOf(platform: Platform, query: { cursor?: string | undefined; limit: number }) {
  const { cursor, limit } = query
  const after = cursor === undefined ? undefined : readPlace(cursor)
  const jobs = await deadJobs(platform.db, limit + 1, after)
  const items = jobs.slice(0, limit).map(publicJob)
  const last = jobs.length > limit ? items.at(-1) : undefined
  return { items, next: last ? placeOf(last) : null, queues: await counts(platform) }
}

const publicJob = ({ owner, createdAt, runAt, id, queue, attempts, failure }: DeadJob): PublicJob => ({
  id,
  queue,
  ownerId: owner,
  attempts,
  failure,
  createdAt: createdAt.toISOString(),
  runAt: runAt.toISOString(),
})

async function counts(platform: Platform): Promise<QueueCount[]> {
  const all = await jobFigures(jobsOf(platform), queues, platform.clock)
  return all.map(({ queue, due, dead }) => ({ queue, due, dead }))
}
