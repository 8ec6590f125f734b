import { activeLists } from '@doable/client/list-selectors'
import type { TestServer } from '@doable/client/server.testing'
import type { Store } from '@doable/client/store'
import { creation, operation } from '@doable/client/world.testing'
import { newId } from '@doable/domain/ids'
import { duplicateList as asked } from '@doable/ui/events'
import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { showPage, titlesShown } from '../page.testing.tsx'
import { duplicateList } from './duplicate-list.ts'

const listId = newId()
const fill = (server: TestServer) =>
  server.do(
    operation({ type: 'list.create', subjectId: listId, fields: { name: 'Work' } as never }),
    creation('Plan', newId(), { listId }),
  )
const open = (prepare = fill) => showPage(`/tasks/list/${listId}`, () => undefined, prepare)
const heading = (name: string) => screen.findByRole('heading', { level: 1, name })
const names = (store: Store) => activeLists(store.getSnapshot()).map(({ name }) => name)

test('the menu of a list makes it once more and shows the copy; the message takes it back', async () => {
  const { store, user } = await open()
  await heading('Work')
  await user.click(screen.getByRole('button', { name: 'List actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Duplicate list' }))
  await heading('Work (copy)')
  expect(titlesShown()).toEqual(['Plan'])
  expect(names(store)).toEqual(['Inbox', 'Work', 'Work (copy)'])
  expect(screen.getByText('List Work duplicated')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(names(store)).toEqual(['Inbox', 'Work'])
})

test('whoever may only read a list can have a copy of their own', async () => {
  const { store } = await open((server) => {
    fill(server)
    const list = server.rows.lists.get(listId)
    if (list) server.rows.lists.set(listId, { ...list, role: 'viewer', memberCount: 2 })
  })
  await heading('Work')
  act(() => asked.say(undefined))
  await heading('Work (copy)')
  expect(screen.getByRole<HTMLButtonElement>('checkbox', { name: 'Complete Plan' }).disabled).toBe(false)
  expect(activeLists(store.getSnapshot()).map(({ role }) => role)).toEqual(['owner', 'viewer', 'owner'])
})

test('a long name loses its end and not the words that say it is a copy', async () => {
  const { store } = await open()
  const id = store.addList({ name: 'x'.repeat(200) })
  const list = store.getSnapshot().lists.get(id)
  const copy = list && duplicateList(store, list)
  const { name } = store.getSnapshot().lists.get(copy ?? '') ?? {}
  expect(name).toMatch(/^x{193} \(copy\)$/)
})
