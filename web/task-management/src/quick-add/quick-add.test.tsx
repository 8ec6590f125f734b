import { nowAt } from '@doable/domain/calendar'
import { newId } from '@doable/domain/ids'
import { currentReader } from '@doable/ui/format'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { showPage, titlesShown } from '../page.testing.tsx'

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'New task' })
const words = () => document.getElementById(field().getAttribute('aria-describedby') ?? '')?.textContent
const tokens = () => [...document.querySelectorAll('mark')].map((mark) => mark.textContent)
const tasksOf = (store: { getSnapshot(): { tasks: ReadonlyMap<string, { title: string }> } }) => [
  ...store.getSnapshot().tasks.values(),
]

const parts = () => within(screen.getByRole('list', { name: 'Understood' }))
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent)

const grace = { id: newId(), name: 'Grace Hopper', role: 'editor' } as const

async function inline() {
  const page = await showPage(
    '/tasks/inbox',
    (store) => {
      const listId = store.addList({ name: 'Work' })
      store.addSection({ listId, name: 'In progress' })
      store.addLabel({ name: 'phone' })
    },
    ({ rows, personId }) => {
      const inbox = rows.lists.get(personId)
      if (inbox) rows.lists.set(inbox.id, { ...inbox, members: [...inbox.members, grace] })
    },
  )
  await page.user.click(await screen.findByRole('button', { name: 'Add task' }))
  await screen.findByRole('combobox', { name: 'New task' })
  return page
}

test('adds what it says it understood, and stays open for the next task', async () => {
  const { user, store } = await inline()
  await user.type(field(), 'Call mum tomorrow 17:00 #Work @phone p1')
  expect(tokens()).toEqual(['tomorrow 17:00', '#Work', '@phone', 'p1'])
  expect(words()).toMatch(/^Tomorrow .*, in Work, @phone, priority 1$/)
  await user.keyboard('{Enter}')
  const work = [...store.getSnapshot().lists.values()].find(({ name }) => name === 'Work')
  expect(tasksOf(store)).toMatchObject([
    { title: 'Call mum', listId: work?.id, labels: ['phone'], priority: 1, dueTime: '17:00' },
  ])
  expect(field().value).toBe('')
  await user.keyboard('Second{Enter}')
  await waitFor(() => expect(titlesShown()).toEqual(['Second']))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Add task'))
})

test('Backspace behind a token turns it back to text before it deletes, and it stays text', async () => {
  const { user, store } = await inline()
  await user.type(field(), 'Watch Friday')
  expect(tokens()).toEqual(['Friday'])
  await user.keyboard('{Backspace}')
  expect(tokens()).toEqual([])
  expect(field().value).toBe('Watch Friday')
  await user.keyboard('{Home}Please {Enter}')
  expect(tasksOf(store)).toMatchObject([{ title: 'Please Watch Friday', dueOn: null }])
})

test('suggests names at the caret, and Enter takes the one pointed at', async () => {
  const { user } = await inline()
  await user.type(field(), 'Report #wo')
  expect(screen.getByRole('option', { name: '#Work', selected: true }).id).toBe(
    field().getAttribute('aria-activedescendant'),
  )
  await user.keyboard('{Enter}')
  expect(field().value).toBe('Report #Work ')
  expect(screen.queryByRole('option')).toBeNull()
  await user.keyboard('@ph{Escape}')
  expect(screen.queryByRole('option')).toBeNull()
  expect(field().value).toBe('Report #Work @ph')
})

test('says that a list or label is new, and makes it with the task', async () => {
  const { user, store } = await inline()
  await user.type(field(), 'Prune #Garden @winter')
  expect(words()).toBe('in the new list Garden, new label @winter')
  await user.keyboard('{Enter}')
  const garden = [...store.getSnapshot().lists.values()].find(({ name }) => name === 'Garden')
  expect(tasksOf(store)).toMatchObject([{ title: 'Prune', listId: garden?.id }])
  expect([...store.getSnapshot().labels.values()].map(({ name }) => name)).toEqual(['phone', 'winter'])
})

test('what comes with a task is undone with it', async () => {
  const { user, store } = await inline()
  await user.type(field(), 'Prune #Garden /Beds @winter{Enter}')
  expect(tasksOf(store)).toMatchObject([{ title: 'Prune' }])
  store.undo()
  const { lists, labels, tasks } = store.getSnapshot()
  const trashed = [...lists.values(), ...labels.values(), ...tasks.values()].filter(
    ({ trashedAt }) => trashedAt,
  )
  expect(trashed).toHaveLength(3)
})

test('a part of what was understood can be pressed, and is text again', async () => {
  const { user, store } = await inline()
  await user.type(field(), 'Call tomorrow 17:00 #Work p1')
  await user.click(parts().getByRole('button', { name: /^Tomorrow/ }))
  expect(tokens()).toEqual(['#Work', 'p1'])
  await user.click(parts().getByRole('button', { name: 'in Work' }))
  expect(tokens()).toEqual(['p1'])
  expect(words()).toBe('in Inbox, priority 1')
  expect(document.activeElement).toBe(field())
  await user.keyboard('{Enter}')
  expect(tasksOf(store)).toMatchObject([{ title: 'Call tomorrow 17:00 #Work', dueOn: null, priority: 1 }])
})

test('says reminders and people, and keeps them', async () => {
  const { user, store } = await inline()
  await user.type(field(), 'Call tomorrow 17:00 +me !10 min before')
  expect(tokens()).toEqual(['tomorrow 17:00', '+me', '!10 min before'])
  expect(words()).toMatch(/^Tomorrow .*, reminder 10 minutes before, in Inbox, for me$/)
  await user.keyboard('{Enter}')
  expect(tasksOf(store)).toMatchObject([
    { assigneeId: store.personId, reminders: [{ kind: 'before', of: 'due', minutes: 10 }] },
  ])
})

test('suggests the sections of the list that is named, and people', async () => {
  const { user, store } = await inline()
  await user.type(field(), 'Report #Work /in')
  expect(options()).toEqual(['/In progress', 'New section “in”'])
  await user.keyboard('{Enter}')
  expect(field().value).toBe('Report #Work /In progress ')
  expect(tokens()).toEqual(['#Work', '/In progress'])
  await user.keyboard('+')
  expect(options()).not.toContain('+Grace Hopper')
  await user.clear(field())
  await user.keyboard('Report +gra')
  expect(options()).toEqual(['+Grace Hopper'])
  await user.keyboard('{Enter}{Enter}')
  expect(tasksOf(store)).toMatchObject([{ title: 'Report', assigneeId: grace.id }])
})

test('offers to make what does not exist, without being in the way of adding', async () => {
  const { user, store } = await inline()
  await user.type(field(), 'Prune #Gard')
  expect(options()).toEqual(['New list “Gard”'])
  expect(screen.queryByRole('option', { selected: true })).toBeNull()
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('New list “Gard”')
  await user.keyboard('{Enter}')
  expect(field().value).toBe('Prune #Gard ')
  await user.keyboard('@"waiting for')
  expect(options()).toEqual(['New label “waiting for”'])
  await user.keyboard('{ArrowUp}{Enter}')
  expect(field().value).toBe('Prune #Gard @"waiting for" ')
  await user.keyboard('{Enter}')
  expect(tasksOf(store)).toMatchObject([{ title: 'Prune', labels: ['waiting for'] }])
})

test('offers pasted lines as tasks, those set in as subtasks', async () => {
  const { user } = await inline()
  await user.click(field())
  await user.paste('- Shopping\n  - Milk\n  - Bread\n- Cleaning')
  expect(screen.getByText(/4 lines pasted/).textContent).toContain('2 of them become subtasks.')
  expect(screen.queryByRole('checkbox')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Add 4 tasks' }))
  await waitFor(() => expect(titlesShown()).toEqual(['Shopping', '  Milk', '  Bread', 'Cleaning']))
})

test('reads pasted lines as typed ones, unless they are to stay as they are', async () => {
  const { user, store } = await inline()
  const lines = 'Call mum tomorrow @phone\nReport p1 #Work'
  const group = () => within(screen.getByRole('group', { name: 'Pasted lines' }))
  await user.click(field())
  await user.paste(lines)
  expect(
    group()
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['Call mum Tomorrow, @phone', 'Report in Work, priority 1'])
  await user.click(group().getByRole('button', { name: 'Add 2 tasks' }))
  expect(
    tasksOf(store)
      .map(({ title }) => title)
      .sort(),
  ).toEqual(['Call mum', 'Report'])
  await user.paste(lines)
  await user.click(group().getByRole('checkbox', { name: 'Read dates, lists and labels in them' }))
  await user.click(group().getByRole('button', { name: 'Add 2 tasks' }))
  expect(
    tasksOf(store)
      .map(({ title }) => title)
      .sort(),
  ).toEqual(['Call mum', 'Call mum tomorrow @phone', 'Report', 'Report p1 #Work'])
})

test('q adds to where one is: on Today for today', async () => {
  const { user, store } = await showPage('/tasks/today')
  const { openQuickAdd } = await import('@doable/ui/events')
  openQuickAdd.say({})
  await screen.findByRole('dialog', { name: 'Add task' })
  await user.type(field(), 'Now{Enter}')
  const today = nowAt(new Date().toISOString(), currentReader().timeZone).day
  expect(tasksOf(store)).toMatchObject([{ title: 'Now', dueOn: today }])
})
