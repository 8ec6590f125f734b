import { expect, test } from 'vitest'
import type { QuickAddOptions } from '../quick-add.ts'
import { newTasks } from './new-tasks.ts'
import { parseLines } from './parse-lines.ts'
import { pastedLines } from './pasted-lines.ts'
import type { Here } from './place.ts'
import { ada, wednesday, world } from './testing.ts'

function planned(text: string, here: Here = {}, more: Partial<QuickAddOptions> = {}) {
  const options = { ...world, now: wednesday, weekStart: 1, language: 'en', me: ada, here, ...more } as const
  return newTasks(parseLines(pastedLines(text), options), options)
}
const one = (text: string, here?: Here) => planned(text, here).tasks[0]

test('a line becomes a task with all that it says', () => {
  const text = 'Draft offer tomorrow 5pm #Work /Backlog @errand p1 {30 nov} for 1h30 +grace !1 h before'
  expect(planned(text)).toMatchObject({ lists: [], sections: [], labels: [] })
  expect(one(text)).toEqual({
    id: expect.any(String),
    title: 'Draft offer',
    listId: 'work',
    sectionId: 'backlog',
    labels: ['Errand'],
    priority: 1,
    dueOn: '2026-11-19',
    dueTime: '17:00',
    deadlineOn: '2026-11-30',
    durationMinutes: 90,
    assigneeId: 'grace',
    reminders: [{ kind: 'before', of: 'due', minutes: 60 }],
  })
})

test('what a line leaves open comes from the place where it is typed', () => {
  const place = { listId: 'work', sectionId: 'progress', priority: 2, assigneeId: 'grace' }
  const here = { ...place, labels: ['errand', 'Home'] }
  expect(one('Call mum', here)).toMatchObject({ ...place, labels: ['errand', 'Home'] })
  expect(one('Call mum p3 @Errand +me', here)).toMatchObject({
    priority: 3,
    labels: ['Errand', 'Home'],
    assigneeId: 'ada',
  })
  expect(one('Call mum')).toMatchObject({ listId: 'ada', sectionId: null, dueOn: null })
})

test.each<[string, Here, string | null, string | null]>([
  ['Call mum', { dueOn: '2026-11-20' }, '2026-11-20', null],
  ['Call mum', { dueOn: '2026-11-20', dueTime: '10:00' }, '2026-11-20', '10:00'],
  ['Call mum 5pm', { dueOn: '2026-11-20', dueTime: '10:00' }, '2026-11-20', '17:00'],
  ['Call mum 9am', { dueOn: '2026-11-20' }, '2026-11-20', '09:00'],
  ['Call mum 9am', { dueOn: '2026-11-18' }, '2026-11-19', '09:00'],
  ['Call mum 5pm', { dueOn: '2026-11-18' }, '2026-11-18', '17:00'],
  ['Call mum monday', { dueOn: '2026-11-20', dueTime: '10:00' }, '2026-11-23', null],
  ['Call mum every monday', { dueOn: '2026-11-20', dueTime: '10:00' }, '2026-11-23', null],
])('%s on %j is due %s %s', (text, here, dueOn, dueTime) => {
  expect(one(text, here)).toMatchObject({ dueOn, dueTime })
})

test('a reminder at a time is on the day of the page', () => {
  expect(one('Call mum !9am', { dueOn: '2026-11-20' })?.reminders).toEqual([
    { kind: 'at', on: '2026-11-20', time: '09:00', timeZone: null },
  ])
})

test('a section is known without its list where it is one of the page', () => {
  expect(one('Call mum /backlog', { listId: 'work' })).toMatchObject({
    title: 'Call mum',
    sectionId: 'backlog',
  })
  expect(one('Call mum /In progress p1', { listId: 'work' })).toMatchObject({
    title: 'Call mum',
    sectionId: 'progress',
  })
  expect(one('Call mum /Nowhere', { listId: 'work' })).toMatchObject({
    title: 'Call mum /Nowhere',
    sectionId: null,
  })
  expect(one('Call mum /Backlog')).toMatchObject({ title: 'Call mum /Backlog' })
  expect(one('Call mum /Backlog #Home', { listId: 'work' })).toMatchObject({
    title: 'Call mum /Backlog',
    listId: 'home',
  })
})

test('people of the page can be named without its list', () => {
  expect(one('Review +grace', { listId: 'work' })).toMatchObject({ title: 'Review', assigneeId: 'grace' })
  expect(one('Review +grace #Home', { listId: 'work' })).toMatchObject({ title: 'Review +grace' })
})

test('names that do not exist are made once, however often they are written', () => {
  const { lists, sections, labels, tasks } = planned(
    'One #Garden /Beds @winter\nTwo #garden /beds @Winter\nThree #Work /Beds',
  )
  expect(lists).toEqual([{ id: expect.any(String), name: 'Garden' }])
  expect(sections).toMatchObject([
    { name: 'Beds', listId: lists[0]?.id },
    { name: 'Beds', listId: 'work' },
  ])
  expect(labels).toEqual(['winter'])
  expect(tasks.map(({ listId, sectionId }) => [listId, sectionId])).toEqual([
    [lists[0]?.id, sections[0]?.id],
    [lists[0]?.id, sections[0]?.id],
    ['work', sections[1]?.id],
  ])
})

test('or stay text, where only known ones count', () => {
  const options = { onlyKnown: true }
  const { lists, sections, labels, tasks } = planned(
    'One #Garden /Beds @winter @errand\nTwo #Work /Beds\nThree #work /backlog',
    {},
    options,
  )
  expect({ lists, sections, labels }).toEqual({ lists: [], sections: [], labels: [] })
  expect(tasks).toMatchObject([
    { title: 'One #Garden /Beds @winter', listId: 'ada', labels: ['Errand'] },
    { title: 'Two /Beds', listId: 'work', sectionId: null },
    { title: 'Three', listId: 'work', sectionId: 'backlog' },
  ])
})

test('lines set in become subtasks, in the list of the task above', () => {
  const { tasks } = planned(
    'Release tomorrow #Work /Backlog\n  - Notes +grace\n    - Screenshots fri\n  - Beds #Garden\n    - Dig +me\nShop',
  )
  const [release, notes, , beds, dig] = tasks
  expect(tasks).toMatchObject([
    { title: 'Release', listId: 'work', sectionId: 'backlog', dueOn: '2026-11-19' },
    {
      title: 'Notes',
      parentId: release?.id,
      listId: 'work',
      sectionId: 'backlog',
      assigneeId: 'grace',
      dueOn: null,
    },
    { title: 'Screenshots', parentId: notes?.id, dueOn: '2026-11-20' },
    { title: 'Beds', listId: beds?.listId, sectionId: null },
    { title: 'Dig', parentId: beds?.id, listId: beds?.listId, assigneeId: 'ada' },
    { title: 'Shop', listId: 'ada' },
  ])
  expect(beds?.parentId).toBeUndefined()
  expect(dig?.listId).not.toBe('work')
})

test('lines typed below a task are its subtasks, and its page’s day is theirs alone', () => {
  const { tasks } = planned('Notes\n  Screenshots', {
    listId: 'work',
    parentId: 'release',
    dueOn: '2026-11-20',
    labels: ['errand'],
  })
  expect(tasks).toMatchObject([
    { parentId: 'release', dueOn: '2026-11-20', labels: ['errand'] },
    { parentId: tasks[0]?.id, dueOn: null, labels: ['errand'] },
  ])
})

test('a line of tokens only is kept as text', () => {
  expect(one('tomorrow #Work')).toMatchObject({ title: 'tomorrow #Work', listId: 'ada', dueOn: null })
})

test('a title is cut where it is too long, and the whole is in the notes', () => {
  const text = 'word '.repeat(150).trim()
  const task = one(`${text} tomorrow`)
  expect(task?.title).toMatch(/^(?:word )+word…$/)
  expect(task?.title.length).toBeLessThanOrEqual(500)
  expect(task).toMatchObject({ notes: text, dueOn: '2026-11-19' })
  expect(one('😀'.repeat(300))?.title.isWellFormed()).toBe(true)
  expect(one('a\u0007b \ud800')?.title).toBe('a b \ufffd')
})

test('labels that there are are looked through as often for a hundred lines as for one', () => {
  function looks(lines: number) {
    let looked = 0
    const labels = new Proxy<string[]>(['errand', 'waiting'], {
      get: (all, at) => {
        looked += 1
        return Reflect.get(all, at)
      },
    })
    const text = Array.from({ length: lines }, (_, at) => `Call mum @new${at} @other${at}`).join('\n')
    expect(planned(text, {}, { labels }).labels).toHaveLength(2 * lines)
    return looked
  }
  expect(looks(100)).toBe(looks(1))
})
