import type { APIRequestContext } from '@playwright/test'
import { type Data, data, dayFromNow } from './data.ts'
import { answer, freshEmail } from './person.ts'

/** Where things are that `household` made. */
export type Household = { work: string; shared: string }

/** Gives a person one of everything that a page can show. `other` is the browser of somebody they share a list with. */
export async function household(
  mine: Data,
  request: APIRequestContext,
  other: APIRequestContext,
): Promise<Household> {
  const work = await mine.list('Work')
  const backlog = await mine.section(work.id, 'Backlog')
  await mine.label('errand')
  const proposal = await mine.task({
    title: 'Draft the proposal',
    notes: 'With **figures**, see [the site](https://example.org).\n\n- one\n- two',
    listId: work.id,
    labels: ['errand', 'waiting'],
    priority: 1,
    dueOn: dayFromNow(0),
    dueTime: '17:00',
  })
  await mine.task({ title: 'Collect the figures', parentId: proposal.id, listId: work.id, priority: 2 })
  await mine.task({ title: 'Order chairs', listId: work.id, sectionId: backlog.id, priority: 3 })
  await mine.task({ title: 'Call the plumber', dueOn: dayFromNow(-1), labels: ['errand'] })
  await mine.task({ title: 'Book a table', dueOn: dayFromNow(3) })
  const done = await mine.task({ title: 'Water the plants', listId: work.id })
  await mine.complete(done.id)
  const old = await mine.task({ title: 'Old idea' })
  await mine.trash(old.id)
  const shared = await shareAList(mine, request, other)
  return { work: work.id, shared }
}

/** The other one completes a task of a shared list, which the person is told about. */
async function shareAList(mine: Data, request: APIRequestContext, other: APIRequestContext): Promise<string> {
  const email = freshEmail()
  const grace = { email, password: 'correct horse battery', name: 'Grace Hopper' }
  await answer(other.post('/api/users', { data: grace }))
  const list = await mine.list('Wedding')
  await answer(request.post(`/api/lists/${list.id}/members`, { data: { email, role: 'editor' } }))
  const [cake] = await mine.tasks(['Order the cake', 'Invite everybody'], { listId: list.id })
  await data(other).complete(cake?.id ?? '')
  return list.id
}
