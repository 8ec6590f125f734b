import { expect, test } from 'vitest'
import { noteService } from '../fixtures/note/service.ts'
import { handledTable } from './event-tables.ts'
import { tidy } from './housekeeping.ts'
import { startServices, TestClock } from './testing.ts'

const day = 24 * 60 * 60 * 1000

test('which events were dealt with is known for 30 days', async () => {
  const clock = new TestClock()
  const { app, stop } = await startServices([noteService], { clock })
  const handled = handledTable(app.db, noteService.name)
  const about = { type: 'note.added', failure: null }
  await handled.create({ ...about, eventId: 'old', handledAt: clock.now() })
  clock.advance(day)
  await handled.create({ ...about, eventId: 'young', handledAt: clock.now() })
  clock.advance(29 * day + 1)
  await tidy({ sessions: app.sessions, handled: [handled], clock })
  expect((await handled.findAll()).map(({ eventId }) => eventId)).toEqual(['young'])
  await stop()
})
