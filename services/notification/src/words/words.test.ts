import { kinds } from '@doable/contracts/notification-kind'
import { expect, test } from 'vitest'
import { describe, wordsOf } from './words.ts'

const createdAt = new Date('2026-11-22T12:00:00.000Z')
const told = {
  kind: 'reminder',
  title: 'Call',
  actorName: 'Ada',
  count: 1,
  plannedAt: null,
  createdAt,
} as const
const reader = (language: string, timeZone = 'UTC') => ({ language, timeZone })

test.each([
  ['due-soon', 'Due soon: Call', 'Bald fällig: Call'],
  ['overdue', 'Overdue: Call', 'Überfällig: Call'],
  ['reminder', 'Reminder: Call', 'Erinnerung: Call'],
  ['completed', 'Completed: Call', 'Erledigt: Call'],
  ['assigned', 'Assigned to you: Call', 'Dir zugewiesen: Call'],
  ['commented', 'New comment: Call', 'Neuer Kommentar: Call'],
  ['mentioned', 'You were mentioned: Call', 'Du wurdest erwähnt: Call'],
  ['shared', 'Shared with you: Call', 'Mit dir geteilt: Call'],
  ['digest', 'Your day', 'Dein Tag'],
  ['test', 'Test message', 'Testnachricht'],
  ['webhook-off', 'Webhook switched off: Call', 'Webhook ausgeschaltet: Call'],
] as const)('%s has a title in English and German', (kind, english, german) => {
  expect(describe({ ...told, kind }, reader('en')).title).toBe(english)
  expect(describe({ ...told, kind }, reader('de')).title).toBe(german)
})

test('every kind is a sentence that names what it is about, in another wording per language', () => {
  for (const kind of kinds) {
    const [english, german] = ['en', 'de'].map((language) => describe({ ...told, kind }, reader(language)))
    expect(english?.sentence).not.toBe(german?.sentence)
    if (kind !== 'digest' && kind !== 'test')
      for (const said of [english, german]) expect(said?.sentence).toContain('Call')
  }
})

test('several completions are counted, and whoever is not known any more is somebody', () => {
  const many = { ...told, kind: 'completed', count: 10 } as const
  expect(describe(many, reader('en'))).toMatchObject({
    title: 'Completed: 10 tasks',
    sentence: 'Ada completed 10 tasks, among them “Call”.',
  })
  expect(describe({ ...many, count: 1, actorName: null }, reader('de')).sentence).toBe(
    'Jemand hat „Call“ erledigt.',
  )
})

test('what comes late says when it was meant for, in the zone and language of its reader', () => {
  const late = { ...told, plannedAt: new Date('2026-11-22T10:30:00.000Z') }
  expect(describe(late, reader('en', 'Asia/Tokyo')).late).toContain('22 Nov 2026, 19:30')
  expect(describe(late, reader('de', 'Europe/Berlin')).late).toContain('22.11.2026, 11:30')
  expect(
    describe({ ...told, plannedAt: new Date(createdAt.getTime() - 60_000) }, reader('en')).late,
  ).toBeNull()
})

test('nothing that is said has a second line; a digest lists the lines of its title', () => {
  const title = 'One\r\nBcc: x@example.org\u2028Two'
  const said = describe({ ...told, title }, reader('en'))
  expect(said.title).toBe('Reminder: One Bcc: x@example.org Two')
  expect(said.sentence).not.toMatch(/[\r\n\u2028]/)
  expect(describe({ ...told, kind: 'digest', title: 'One\nTwo' }, reader('en')).lines).toEqual(['One', 'Two'])
})

test('a language that is not spoken is English', () => expect(wordsOf('xx')).toBe(wordsOf('en')))
