import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { register, request } from '../support/person.ts'
import { dataFolder, freePort, launch, remove, startServer } from '../support/server.ts'

const main = new URL('../../standalone/src/main.ts', import.meta.url).pathname

/** Runs the program until it gives up; answers what it printed and its exit code. */
async function refusal(data: string, port: number, extra: string[] = []) {
  const { child, output } = launch(data, port, { arguments: extra })
  const [code] = (await once(child, 'exit')) as [number | null]
  return { code, sentence: output().trim() }
}
const oneSentence = (text: string) => {
  expect(text.split('\n')).toHaveLength(1)
  expect(text).not.toMatch(/\bat .*:\d+:\d+/)
}

test('--help says what there is and starts nothing', () => {
  const { status, stdout } = spawnSync(process.execPath, [main, '--help'], { encoding: 'utf8' })
  expect(status).toBe(0)
  for (const flag of ['--port', '--data', '--demo', '--help']) expect(stdout).toContain(flag)
})

test('says its address, where the data is and how to stop; keeps the data over a restart', async () => {
  const first = await startServer({ file: true })
  expect(first.output()).toContain(`http://localhost:${first.port}`)
  expect(first.output()).toContain(first.data)
  expect(first.output()).toMatch(/Ctrl[-+]C/)
  const ada = await register(first.url)
  const { id } = (await (await ada.call('POST', '/api/tasks', { title: 'Stay' })).json()) as { id: string }
  expect(await first.stop('SIGINT')).toBe(0)
  const second = await startServer({ data: first.data, file: true })
  const kept = await request(second.url, 'GET', `/api/tasks/${id}`, undefined, {
    authorization: `Bearer ${ada.token}`,
  })
  expect(await kept.json()).toMatchObject({ title: 'Stay' })
  expect(await second.stop('SIGTERM')).toBe(0)
  await remove(first.data)
})

test('SIGTERM lets what is in flight finish', async () => {
  const server = await startServer()
  const ada = await register(server.url)
  const writes = Array.from({ length: 20 }, (_, n) => ada.call('POST', '/api/tasks', { title: `Task ${n}` }))
  await Promise.race(writes)
  const stopped = server.stop('SIGTERM')
  const answers = await Promise.allSettled(writes)
  expect(await stopped).toBe(0)
  const acknowledged = answers.filter(
    (each) => each.status === 'fulfilled' && each.value.status === 201,
  ).length
  const again = await startServer({ data: server.data })
  const page = await request(again.url, 'GET', '/api/tasks?search=Task&limit=100', undefined, {
    authorization: `Bearer ${ada.token}`,
  })
  const { items } = (await page.json()) as { items: { title: string }[] }
  expect(items.filter((task) => /^Task \d+$/.test(task.title)).length).toBeGreaterThanOrEqual(acknowledged)
  await again.stop()
  await remove(server.data)
})

test('a taken port ends in one sentence', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as { port: number }
  const data = await dataFolder()
  const { code, sentence } = await refusal(data, port)
  expect(code).toBe(1)
  oneSentence(sentence)
  expect(sentence).toContain(String(port))
  taken.close()
  await remove(data)
})

test('a folder that cannot be written ends in one sentence', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doable-test-'))
  await writeFile(join(folder, 'file'), '')
  const { code, sentence } = await refusal(join(folder, 'file', 'data'), await freePort())
  expect(code).toBe(1)
  oneSentence(sentence)
  await remove(folder)
})

test('a bad argument ends in one sentence', async () => {
  const data = await dataFolder()
  for (const bad of [['--nonsense'], ['--port', 'many']]) {
    const { code, sentence } = await refusal(data, await freePort(), bad)
    expect(code).toBe(1)
    oneSentence(sentence)
  }
  await remove(data)
})

test('a database from a newer version is left as it is', async () => {
  const server = await startServer({ file: true })
  await server.stop()
  const [file] = (await readdir(server.data)).filter((name) => name.endsWith('.db'))
  const db = new DatabaseSync(join(server.data, file as string))
  db.exec("INSERT INTO TaskMigrations (name) VALUES ('99990101-from-the-future')")
  const dump = () => JSON.stringify(db.prepare('SELECT name, sql FROM sqlite_master ORDER BY name').all())
  const before = dump()
  const { code, sentence } = await refusal(server.data, await freePort())
  expect(code).toBe(1)
  oneSentence(sentence)
  expect(sentence).toMatch(/newer/)
  expect(dump()).toBe(before)
  db.close()
  await remove(server.data)
})

test('--demo shows a sign-in that works', async () => {
  const server = await startServer({ arguments: ['--demo'] })
  const [, email, password] = server.output().match(/Sign in as (\S+) with the password "(.+)"/) ?? []
  expect(email).toBeDefined()
  const answer = await request(server.url, 'POST', '/api/session', { email, password })
  expect(answer.status).toBe(201)
  await server.stop()
  await remove(server.data)
})
