import {
  administrationApi,
  type DeadJob as PublicJob,
  type QueueCount,
} from '@doable/contracts/administration'
import { mount } from '@doable/service-kit/mount'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyInstance } from 'fastify'
import { Op } from 'sequelize'
import { outbound } from './channels.ts'
import { placeOf, readPlace } from './cursor.ts'
import { type DeadJob, deadJobs, discardDead, type Piece, retryDead } from './dead-jobs.ts'
import { digestQueue } from './digest.ts'
import { queueOf } from './dispatch.ts'
import { jobsOf } from './jobs.ts'
import { queue as alarmQueue } from './plan.ts'

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

/** Each queue by itself, as an index knows what of it is due; what is not due yet costs nothing. */
async function counts(platform: Platform): Promise<QueueCount[]> {
  const { model } = jobsOf(platform)
  const runAt = { [Op.lte]: platform.clock.now() }
  const queues = [alarmQueue, digestQueue, ...outbound.map(({ name }) => queueOf(name))]
  return Promise.all(
    queues.map(async (queue) => ({
      queue,
      due: await model.count({ where: { queue, state: 'waiting', runAt } }),
      dead: await model.count({ where: { queue, state: 'dead' } }),
    })),
  )
}
