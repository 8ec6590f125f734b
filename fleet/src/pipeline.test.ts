import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../..')
const folder = join(root, '.github/workflows')

type Step = { uses?: string; run?: string }
type Job = { steps?: Step[]; uses?: string; needs?: string | string[]; 'timeout-minutes'?: number }
type Workflow = { permissions?: unknown; defaults?: unknown; jobs: Record<string, Job> }

const workflows = readdirSync(folder).map((name) => ({
  name,
  workflow: parse(readFileSync(join(folder, name), 'utf8')) as Workflow,
}))
const steps = workflows.flatMap(({ workflow }) =>
  Object.values(workflow.jobs).flatMap((job) => job.steps ?? []),
)

test('actions are pinned by hash, and nothing may do more than it needs', () => {
  const used = steps.flatMap(({ uses }) => uses ?? [])
  expect(used.length).toBeGreaterThan(10)
  for (const one of used) expect(one).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/)
  for (const { name, workflow } of workflows) {
    expect(workflow.permissions, name).toEqual({ contents: 'read' })
    // By default a step does not notice that the first of two piped commands fails.
    expect(workflow.defaults, name).toEqual({ run: { shell: 'bash' } })
    for (const [job, { uses, 'timeout-minutes': minutes }] of Object.entries(workflow.jobs))
      expect(Boolean(uses) || minutes, `${name} ${job}`).toBeTruthy()
  }
})

test('jobs run what a person runs, wait for jobs that are there, and build what there is', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  for (const { run = '' } of steps)
    for (const [, script = ''] of run.matchAll(/npm (?:run )?(\w+)/g))
      expect(Object.keys(scripts).concat('audit', 'sbom')).toContain(script)
  for (const { workflow } of workflows)
    for (const { needs = [] } of Object.values(workflow.jobs))
      for (const other of [needs].flat()) expect(workflow.jobs).toHaveProperty(other)
  const targets = [...readFileSync(join(root, 'Dockerfile'), 'utf8').matchAll(/^FROM \S+ AS (\S+)$/gm)].map(
    ([, name]) => name,
  )
  const matrix = ['user', 'task', 'notification', 'web', 'db', 'doable']
  expect(targets).toEqual(expect.arrayContaining(matrix))
  for (const name of ['check.yml', 'release.yml'])
    expect(readFileSync(join(folder, name), 'utf8')).toContain(`target: [${matrix.join(', ')}]`)
})
