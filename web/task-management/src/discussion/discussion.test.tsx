import { operation } from '@doable/client/world.testing'
import { newId } from '@doable/domain/ids'
import { writeMention } from '@doable/domain/mention'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { showPage } from '../page.testing.tsx'

const grace = { id: newId(), name: 'Grace Hopper', role: 'editor' as const }

async function opened() {
  const page = await showPage(
    '/tasks/inbox',
    (store) => store.addTask({ title: 'Plan the journey' }),
    (server) => {
      const inbox = server.rows.lists.get(server.personId)
      const me = { id: server.personId, name: 'Ada', role: 'owner' as const }
      if (inbox) server.rows.lists.set(inbox.id, { ...inbox, members: [me, grace] })
    },
  )
  const [taskId] = [...page.store.getSnapshot().tasks.keys()] as [string]
  await page.user.keyboard('j{Enter}')
  await screen.findByRole('complementary', { name: 'Details of Plan the journey' })
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Write a comment' })
  const panel = within(screen.getByRole('tabpanel', { name: /^Comments/ }))
  const texts = () => [...page.store.getSnapshot().comments.values()].map(({ text }) => text)
  const items = () => panel.queryAllByRole('listitem').map((item) => item.textContent)
  return { ...page, taskId, field, panel, texts, items }
}

test('a comment is sent with Ctrl and Enter, written anew, deleted and brought back', async () => {
  const { user, field, panel, texts, items } = await opened()
  await user.type(field, 'By **train**')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(texts()).toEqual(['By **train**'])
  expect(field.value).toBe('')
  expect(await panel.findByText('train', { selector: 'strong' })).toBeTruthy()
  await user.click(panel.getByRole('button', { name: 'Comment actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Edit' }))
  const editing = await panel.findByRole('textbox', { name: 'Edit comment' })
  await user.type(editing, ' or boat{Escape}')
  expect(texts()).toEqual(['By **train**'])
  await user.click(panel.getByRole('button', { name: 'Comment actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Edit' }))
  await user.type(await panel.findByRole('textbox', { name: 'Edit comment' }), ' or boat')
  await user.click(panel.getByRole('button', { name: 'Save' }))
  expect(texts()).toEqual(['By **train** or boat'])
  expect(panel.getByText('edited')).toBeTruthy()
  await user.click(panel.getByRole('button', { name: 'Comment actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
  expect(items()).toEqual([])
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(items()).toHaveLength(1)
})

test('what is begun stays through closing the panel', async () => {
  const { user, field } = await opened()
  await user.type(field, 'Half a')
  await user.click(screen.getByRole('button', { name: 'Close details' }))
  await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull())
  await user.click(screen.getByText('Plan the journey'))
  const again = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Write a comment' })
  expect(again.value).toBe('Half a')
  await user.clear(again)
})

test('a member is mentioned by some letters of their name, with the keyboard alone', async () => {
  const { user, field, texts, panel } = await opened()
  await user.type(field, 'Ask @hop')
  expect(await screen.findByRole('option', { name: 'Grace Hopper' })).toBeTruthy()
  expect(field.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option').id)
  await user.keyboard('{Enter}please')
  expect(field.value).toBe('Ask @Grace Hopper please')
  expect(screen.queryByRole('option')).toBeNull()
  await user.keyboard('{Meta>}{Enter}{/Meta}')
  expect(texts()).toEqual([`Ask ${writeMention(grace)} please`])
  expect(await panel.findByText('@Grace Hopper', { selector: 'strong' })).toBeTruthy()
})

test('Escape closes the names and keeps what was typed, a second one is the page’s', async () => {
  const { user, field } = await opened()
  await user.type(field, '@g')
  await screen.findByRole('option')
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('option')).toBeNull()
  expect(field.value).toBe('@g')
  await user.clear(field)
})

test('what others say appears and is said; whoever is gone has no name', async () => {
  const { server, taskId, items } = await opened()
  const stranger = newId()
  const say = (authorId: string, text: string, at: string) => {
    const id = newId()
    server.do(operation({ type: 'comment.create', subjectId: id, fields: { taskId, text } }))
    const made = server.rows.comments.get(id)
    if (made) server.rows.comments.set(id, { ...made, authorId, createdAt: at })
  }
  await waitFor(() => expect(server.rows.tasks.has(taskId)).toBe(true))
  say(grace.id, 'Take the boat', '2026-06-01T10:00:00.000Z')
  say(stranger, 'I did', '2026-06-01T11:00:00.000Z')
  await waitFor(() => expect(items()).toHaveLength(2))
  expect(items()[0]).toContain('Grace Hopper')
  expect(items()[1]).toContain('Former member')
  await waitFor(() => expect(document.body.textContent).toContain('Grace Hopper says: Take the boat'))
  expect(screen.getByRole('tab', { name: /^Comments/ }).textContent).toBe('Comments2')
})
