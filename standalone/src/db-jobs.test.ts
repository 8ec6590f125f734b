import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@doable/service-kit/database'
import { migrate } from '@doable/service-kit/migrations'
import { databaseOf, removeDatabase } from '@doable/service-kit/test-database'
import { expect, onTestFinished, test } from 'vitest'
import { jobsCommand } from './db-jobs.ts'
import { services } from './services.ts'

test('jobs that were given up are shown, retried and discarded; others are left alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doable-db-jobs-'))
  const db = await openDatabase((await databaseOf(folder)).url)
  onTestFinished(async () => {
    await db.close()
    await removeDatabase(folder)
    await rm(folder, { recursive: true, force: true })
  })
  for (const service of services) service.models(db)
  await migrate(db, services)
  const jobs = (...words: string[]) => jobsCommand(db, words)
  expect(await jobs('dead')).toEqual(['nothing was given up'])
  const rows = db.model('NotificationJobs')
  const at = new Date('2026-11-22T12:00:00.000Z')
  const job = {
    queue: 'alarm',
    owner: 'ann',
    runAt: at,
    attempts: 10,
    payload: '{}',
    failure: 'no',
    createdAt: at,
  }
  await rows.create({ ...job, id: 'one', state: 'dead' })
  await rows.create({ ...job, id: 'two', state: 'dead' })
  await rows.create({ ...job, id: 'three', state: 'waiting' })
  expect(await jobs('dead')).toEqual([
    'one  alarm  ann  10 tries  2026-11-22T12:00:00.000Z  no',
    'two  alarm  ann  10 tries  2026-11-22T12:00:00.000Z  no',
  ])
  expect(await jobs('retry', 'one')).toEqual(['one is tried again'])
  expect(await jobs('discard', 'two')).toEqual(['two is discarded'])
  for (const words of [['retry', 'three'], ['discard', 'one'], ['retry'], ['dead', 'x'], ['bury', 'x'], []])
    await expect(jobs(...words)).rejects.toThrow(/\.$|^Not understood/)
  const kept = await rows.findAll({ attributes: ['id', 'state', 'attempts'], order: ['id'], raw: true })
  expect(kept).toEqual([
    { id: 'one', state: 'waiting', attempts: 0 },
    { id: 'three', state: 'waiting', attempts: 10 },
  ])
})
