import { Agent } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { addresses, people, stage } from './stage.ts'

const { front: start, origins } = stage()

test.each([true, false])(
  'replicas are changed under load and no request fails, connections kept: %s',
  async (keepAlive) => {
    const all = await origins(3)
    const front = await start(addresses(all.slice(0, 2)))
    const agent = new Agent({ keepAlive, ...(keepAlive && { maxSockets: 12 }) })
    const failed: unknown[] = []
    let [answered, isOver] = [0, false]
    const methods = ['GET', 'POST', 'DELETE']
    const load = people(12).map(async (person, index) => {
      const method = methods[index % 3]
      while (!isOver) {
        const sent = { ...(method && { method }), headers: { cookie: `sid=${person}` }, agent }
        const status = await front.send('/api/tasks', sent).then((answer) => answer.status, String)
        if (status !== 200) failed.push([method, status])
        answered += 1
        // Faster, all of them together would be refused for their number on a quick machine.
        await wait(10)
      }
    })
    for (const now of [all.slice(1), all.slice(0, 1), all]) {
      const task = addresses(now)
      expect(await front.change({ upstreams: { user: [], task, notification: [] } })).toBe(true)
      const enough = answered + 100
      while (answered < enough) await wait(10)
    }
    isOver = true
    await Promise.all(load)
    agent.destroy()
    expect(failed).toEqual([])
    for (const { heard } of all) expect(heard.length).toBeGreaterThan(0)
  },
)
