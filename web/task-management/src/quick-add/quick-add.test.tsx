import { nowAt } from '@doable/domain/calendar'
import { currentReader } from '@doable/ui/format'
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { showPage, titlesShown } from '../page.testing.tsx'
import { field, inline, parts, tasksOf, tokens, words } from './quick-add.testing.tsx'

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

test('q adds to where one is: on Today for today', async () => {
  const { user, store } = await showPage('/tasks/today')
  const { openQuickAdd } = await import('@doable/ui/events')
  openQuickAdd.say({})
  await screen.findByRole('dialog', { name: 'Add task' })
  await user.type(field(), 'Now{Enter}')
  const today = nowAt(new Date().toISOString(), currentReader().timeZone).day
  expect(tasksOf(store)).toMatchObject([{ title: 'Now', dueOn: today }])
})
