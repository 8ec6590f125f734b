import { newId } from '@doable/domain/ids'
import { expect, test, vi } from 'vitest'
import { commentsOfTask } from './comment-selectors.ts'
import { searchTasks } from './search-selectors.ts'
import type { Store } from './store.ts'
import { operation, settled, world } from './world.testing.ts'

async function start() {
  const { open, ...rest } = world()
  const store = await open()
  await settled(store)
  const taskId = store.addTask({ title: 'A' })
  return { ...rest, open, store, taskId }
}
const said = (store: Store, taskId: string) =>
  commentsOfTask(store.getSnapshot(), taskId).map(({ text }) => text)
const say = (taskId: string, text: string) =>
  operation({ type: 'comment.create', subjectId: newId(), fields: { taskId, text } })

test('what is said shows at once, is sent, and is taken back by undo', async () => {
  const { store, server, taskId, personId } = await start()
  const id = store.addComment(taskId, '  Hello \n') as string
  expect(said(store, taskId)).toEqual(['Hello'])
  store.updateComment(id, 'Good evening')
  expect(store.getSnapshot().comments.get(id)?.editedAt).not.toBeNull()
  store.undo()
  expect(said(store, taskId)).toEqual(['Hello'])
  store.undo()
  expect(said(store, taskId)).toEqual([])
  store.redo()
  expect(said(store, taskId)).toEqual(['Hello'])
  store.trashComment(id)
  store.undo()
  await settled(store)
  expect(server.rows.comments.get(id)).toMatchObject({ text: 'Hello', authorId: personId, trashedAt: null })
  expect(store.addComment(taskId, ' \n ')).toBeUndefined()
})

test('what is said without a network is there after a reload and sent when there is one', async () => {
  const { store, server, taskId, open } = await start()
  await settled(store)
  server.onRequest = () => {
    throw new TypeError('no network')
  }
  store.addComment(taskId, 'on the train')
  await vi.waitFor(() => expect(store.getSnapshot().status).toBe('offline'))
  store.stop()
  const again = await open()
  expect(said(again, taskId)).toEqual(['on the train'])
  server.onRequest = () => {}
  again.resume()
  await settled(again)
  expect([...server.rows.comments.values()].map(({ text }) => text)).toEqual(['on the train'])
})

test('what others say comes in the order in which it was said, and goes with its task', async () => {
  const { store, server, taskId } = await start()
  await settled(store)
  const [first, second] = [say(taskId, 'first'), say(taskId, 'second')]
  server.do({ ...second, at: '2026-06-01T11:00:00.000Z' }, first)
  await vi.waitFor(() => expect(said(store, taskId)).toEqual(['first', 'second']))
  const before = commentsOfTask(store.getSnapshot(), taskId)
  store.updateTask(taskId, { title: 'B' })
  expect(commentsOfTask(store.getSnapshot(), taskId)).toBe(before)
  store.trashTasks([taskId])
  store.purgeTasks([taskId])
  expect(store.getSnapshot().comments.size).toBe(0)
  await settled(store)
  expect(server.rows.comments.size).toBe(0)
})

test('a task that left takes what was said about it along', async () => {
  const { store, server, taskId } = await start()
  store.addComment(taskId, 'x')
  await settled(store)
  server.do(
    operation({ type: 'task.trash', subjectId: taskId }),
    operation({ type: 'task.purge', subjectId: taskId }),
  )
  await vi.waitFor(() => expect(store.getSnapshot().comments.size).toBe(0))
})

test('a copy of a task has none of what was said about it', async () => {
  const { store, taskId } = await start()
  store.updateTask(taskId, { dueOn: '2026-06-01', repeatRule: 'FREQ=DAILY', occurrenceOn: '2026-06-01' })
  store.addComment(taskId, 'x')
  const copy = store.detachTask(taskId) as string
  expect(copy).toBeTruthy()
  expect([said(store, copy), said(store, taskId)]).toEqual([[], ['x']])
})

test('what the server will not take is told and gone', async () => {
  const { store, server, taskId } = await start()
  server.refuse = ({ type }) =>
    type === 'comment.create' ? { type: '/problems/read-only', title: 'No', status: 403 } : undefined
  store.addComment(taskId, 'x')
  await vi.waitFor(() => expect(store.getSnapshot().refused).toHaveLength(1))
  expect(said(store, taskId)).toEqual([])
  const [refusal] = store.getSnapshot().refused
  expect(refusal?.operation).toMatchObject({ fields: { text: 'x' } })
})

test('what was said is searched, after titles and notes, and answers anew when more is said', async () => {
  const { store, taskId } = await start()
  store.addTask({ title: 'Passport photos' })
  const found = (words: string) => searchTasks(store.getSnapshot(), words).map(({ title }) => title)
  const id = store.addComment(
    taskId,
    'Bring the **Pässport**, @[Ada](person:00000000-0000-7000-8000-000000000001)',
  )
  expect(found('passport')).toEqual(['Passport photos', 'A'])
  expect([found('a ada'), found('person')]).toEqual([['A'], []])
  store.trashComment(id as string)
  expect(found('passport')).toEqual(['Passport photos'])
})
