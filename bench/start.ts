import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { dataFolder, freePort, remove, startServer } from '../tests/support/server.ts'
import { end, type Figure, median, residentMegabytes, untilAnswer } from './measure.ts'

const root = join(import.meta.dirname, '..')
const tries = 5

/** How long `npm start` takes once everything is built, and what the server holds in memory when it is up. */
export async function start(): Promise<Figure[]> {
  const data = await dataFolder()
  const ours: number[] = []
  const bare: number[] = []
  for (let n = 0; n <= tries; n++) {
    const port = await freePort()
    const command = [
      process.execPath,
      join(root, 'start.mjs'),
      'start',
      '--port',
      String(port),
      '--data',
      data,
    ]
    const run = await untilAnswer(command, `http://127.0.0.1:${port}/`, { LOG_LEVEL: 'warn' })
    await end(run.child)
    // The first one makes the database; what is measured is every later one.
    if (n > 0) ours.push(run.ms)
    const floor = await untilAnswer(
      [process.execPath, join(root, 'bench/floor/server.mjs'), String(port)],
      `http://127.0.0.1:${port}/`,
    )
    if (n > 0) bare.push(floor.ms)
    await end(floor.child)
  }
  await remove(data)
  return [
    {
      name: 'second start to first answer',
      value: median(ours),
      unit: 'ms',
      floor: median(bare),
      goal: '2000',
    },
    await memory(),
  ]
}

async function memory(): Promise<Figure> {
  const server = await startServer()
  const port = await freePort()
  const floor = await untilAnswer(
    [process.execPath, join(root, 'bench/floor/server.mjs'), String(port)],
    `http://127.0.0.1:${port}/`,
  )
  await wait(2000)
  const value = residentMegabytes(server.process.pid ?? 0)
  const least = residentMegabytes(floor.child.pid ?? 0)
  await end(floor.child)
  await server.stop()
  await remove(server.data)
  return { name: 'memory after start', value, unit: 'MB', floor: least, goal: '150' }
}
