import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, startRedis } from '@doable/service-kit/fixtures/redis-server'
import { startServices } from '@doable/service-kit/testing'
import { services } from '@doable/standalone/services'
import { describe, expect, test } from 'vitest'
import { promtool, unpacked } from './unpacked.ts'

const root = join(import.meta.dirname, '../..')
const ops = join(root, 'ops/prometheus')
const found = unpacked(promtool, join(root, '.cache/programs'))
const why = 'why' in found ? found.why : undefined

function run(words: string[], { input = '', cwd = ops } = {}) {
  const ended = spawnSync('file' in found ? found.file : '', words, { input, cwd, encoding: 'utf8' })
  return { status: ended.status, said: `${ended.stdout}${ended.stderr}` }
}
/** All that a process with these services tells. */
async function told(names: string[], more: Record<string, string>): Promise<string> {
  const port = await freePort()
  const some = services.filter(({ name }) => names.includes(name))
  const running = await startServices(some, { env: { METRICS_PORT: String(port), ...more } })
  try {
    return await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  } finally {
    await running.stop()
  }
}

describe.skipIf(why)(`promtool finds nothing wrong${why ? ` (left out: ${why})` : ''}`, () => {
  test('with what all services tell in one process', async () => {
    const input = await told(['user', 'task', 'notification'], {})
    expect(run(['check', 'metrics'], { input })).toEqual({ status: 0, said: '' })
    const wrong = '# TYPE doable_things_total gauge\ndoable_things_total 1\n'
    expect(run(['check', 'metrics'], { input: input + wrong }).status).toBe(3)
  })

  test('with what each service tells in a fleet', async () => {
    const redis = await startRedis()
    for (const name of ['user', 'task', 'notification']) {
      const input = await told([name], { REDIS_URL: redis.url })
      expect([name, run(['check', 'metrics'], { input })]).toEqual([name, { status: 0, said: '' }])
    }
    await redis.stop()
  })

  test('with the rules, and each alert is raised when it should be and not before', () => {
    const rules = ['service-levels', 'parts'].map((name) => `rules/${name}.rules.yml`)
    expect(run(['check', 'rules', ...rules])).toMatchObject({ status: 0 })
    const tried = run(['test', 'rules', 'rules/rules.test.yml'])
    expect(tried, tried.said).toMatchObject({ status: 0 })
  })

  test('with the configuration, in the folders where its container has it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'doable-prometheus-'))
    mkdirSync(join(folder, 'rules'))
    for (const name of ['service-levels', 'parts'])
      copyFileSync(join(ops, `rules/${name}.rules.yml`), join(folder, `rules/${name}.rules.yml`))
    const config = readFileSync(join(ops, 'prometheus.yml'), 'utf8').replaceAll('/etc/prometheus', folder)
    writeFileSync(join(folder, 'prometheus.yml'), config)
    const checked = run(['check', 'config', join(folder, 'prometheus.yml')])
    rmSync(folder, { recursive: true })
    expect(checked, checked.said).toMatchObject({ status: 0 })
    expect(checked.said).toContain('2 rule files found')
  })
})
