import { once } from 'node:events'
import { type Fleet, until } from '../tests/fleet/fleet.ts'
import { visit } from '../tests/fleet/visitor.ts'
import { eventSourceWith } from '../tests/support/event-source.ts'
import { type Figure, median } from './measure.ts'

const changes = 21

/** From the click of one person until a browser on each replica of the notification service has heard of it. */
export async function live({ url, started }: Fleet): Promise<Figure> {
  const ada = await visit(url)
  const doors = started.filter(({ name }) => name.startsWith('notification-'))
  const browsers = doors.map(({ port }) => {
    const Source = eventSourceWith((path, init) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        ...init,
        headers: { ...init.headers, cookie: ada.cookie },
      }),
    )
    return new Source('/api/events')
  })
  await until(() => browsers.every(({ readyState }) => readyState === 1))
  const ms: number[] = []
  for (let n = 0; n < changes; n += 1) {
    const heard = browsers.map((browser) => once(browser, 'changed'))
    const from = performance.now()
    await ada.call('POST', '/api/tasks', { title: 'Order the cake' })
    await Promise.all(heard)
    ms.push(performance.now() - from)
  }
  for (const browser of browsers) browser.close()
  return { name: 'change to news on every replica', value: median(ms), unit: 'ms', goal: '1000' }
}
