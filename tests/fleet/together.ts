import { eventSourceWith } from '../support/event-source.ts'
import { until } from './fleet.ts'
import type { Visitor } from './visitor.ts'

/** What a browser hears, by the name of the event; it is asked at NGINX, or at one replica past it. */
export async function listen({ cookie }: Visitor, url: string) {
  const heard: string[] = []
  const Source = eventSourceWith((path, init) =>
    fetch(url + path, { ...init, headers: { ...init.headers, cookie } }),
  )
  const source = new Source('/api/events')
  for (const name of ['changed', 'notified']) source.addEventListener(name, () => heard.push(name))
  await until(() => source.readyState === 1)
  return { heard, close: () => source.close() }
}

/** Ada makes a task in a list that she shares with Bob. */
export async function share(ada: Visitor, bob: Visitor): Promise<string> {
  const list = (await ada.call('POST', '/api/lists', { name: 'Wedding' })).body as { id: string }
  const member = { email: bob.email, role: 'editor' }
  await until(async () => (await ada.call('POST', `/api/lists/${list.id}/members`, member)).status === 201)
  const task = await ada.call('POST', '/api/tasks', { title: 'Order the cake', listId: list.id })
  return (task.body as { id: string }).id
}

/** How often somebody has been told of a kind; several completions within a minute are one notification. */
export async function notified(one: Visitor, kind: string): Promise<number> {
  const { body } = await one.call('GET', '/api/notifications')
  const { items } = body as { items: { kind: string; count: number }[] }
  return items.filter((each) => each.kind === kind).reduce((sum, { count }) => sum + count, 0)
}
