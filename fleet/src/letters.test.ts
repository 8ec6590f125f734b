import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processClock } from '@doable/service-kit/clock'
import { openDatabase } from '@doable/service-kit/database'
import { deadLetters } from '@doable/service-kit/dead-letters'
import { addEventTraces, createEventTables, eventsTable } from '@doable/service-kit/event-tables'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readArguments } from './arguments.ts'
import { events } from './events.ts'
import { planOf } from './plan.ts'
import { serviceNames } from './replica.ts'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'doable-letters-'))
})
afterEach(() => rm(data, { recursive: true, force: true }))
const say = (...words: string[]) => events(planOf(readArguments(['--data', data]), {}), words)

const event = {
  id: 'event-1',
  type: 'task.completed',
  scopeId: 'list',
  subjectId: 'task',
  actorId: 'ann',
  audience: ['ann'],
  data: {},
  at: '2026-11-22T12:00:00.000Z',
}

/** The database of one process, in which the notification service put an event of the task service aside. */
async function oneProcess() {
  const db = await openDatabase(`sqlite:${join(data, 'doable.db')}`)
  for (const name of serviceNames) {
    await createEventTables(db.getQueryInterface(), name)
    await addEventTraces(db.getQueryInterface(), name)
  }
  const { at, audience, data: told, ...row } = event
  const texts = { audience: JSON.stringify(audience), data: JSON.stringify(told) }
  const sent = { createdAt: new Date(at), publishedAt: new Date(at) }
  await eventsTable(db, 'task').create({ ...row, ...texts, ...sent })
  const letters = deadLetters({ db, redis: undefined, clock: processClock }, [...serviceNames])
  await letters.add('notification', event, new Error('on purpose'), 5)
  const unsent = () => eventsTable(db, 'task').count({ where: { publishedAt: null } })
  return { unsent, close: () => db.close() }
}

test('what one process put aside is shown, and handed to its relay once more', async () => {
  const { unsent, close } = await oneProcess()
  try {
    const [, line = ''] = await say('dead')
    expect(line).toMatch(/^event-1 +notification +task\.completed .* on purpose$/)
    expect(await say('replay', 'event-1')).toEqual(['event-1 is handed out once more to notification.'])
    expect(await unsent()).toBe(1)
    expect(await say('dead')).toEqual(['Nothing was put aside.'])
  } finally {
    await close()
  }
})

test('what one process put aside can be forgotten', async () => {
  const { unsent, close } = await oneProcess()
  try {
    expect(await say('discard', 'all')).toEqual(['event-1 is forgotten for notification.'])
    expect(await unsent()).toBe(0)
    expect(await say('dead')).toEqual(['Nothing was put aside.'])
  } finally {
    await close()
  }
})

test('where there was a fleet, or nothing at all, its Redis is asked for', async () => {
  await expect(say('dead')).rejects.toThrow('No fleet runs in')
  const { close } = await oneProcess()
  await close()
  await mkdir(join(data, 'fleet'))
  await expect(say('dead')).rejects.toThrow('No fleet runs in')
})
