import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findProgram, installation, needPrograms } from './programs.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doable-programs-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const weaver = { title: 'the weaver', names: ['doable-weaver', 'doable-weave'], apt: 'doable-weaver' }

test('a program is found on the PATH under any of its names', () => {
  expect(findProgram(weaver, { PATH: folder })).toBeUndefined()
  writeFileSync(join(folder, 'doable-weave'), '')
  expect(findProgram(weaver, { PATH: folder })).toBe(join(folder, 'doable-weave'))
  expect(needPrograms('The tests', [weaver], { PATH: folder })).toEqual([join(folder, 'doable-weave')])
})

test('what a setting names goes before it and is not replaced where it is wrong', () => {
  writeFileSync(join(folder, 'doable-weave'), '')
  const named = { ...weaver, setting: 'WEAVER' }
  const env = { PATH: folder, WEAVER: '/nowhere/weaver' }
  expect(findProgram(named, env)).toBe('/nowhere/weaver')
  expect(() => needPrograms('The tests', [named], env)).toThrow(
    'The tests need the weaver: install it, or name the program of the weaver in WEAVER.',
  )
})

/** Runs the installation with an apt-get that writes down what it is told, and what the policy says meanwhile. */
function installs(policy: string, status = 0) {
  const told = join(folder, 'told')
  const text = `#!/bin/sh\necho "$@" >> ${told}\n${policy} nginx start; echo "policy $?" >> ${told}\nexit ${status}\n`
  writeFileSync(join(folder, 'apt-get'), text)
  chmodSync(join(folder, 'apt-get'), 0o755)
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` }
  const ended = spawnSync('sh', ['-c', installation, 'sh', policy, 'nginx', 'redis-server'], { env })
  return { status: ended.status, told: readFileSync(told, 'utf8').trim().split('\n') }
}

test.each([0, 100])('no package starts a service while apt works, and apt may end with %i', (status) => {
  const policy = join(folder, 'policy-rc.d')
  const ended = installs(policy, status)
  expect(ended.told).toEqual([
    '-qq update',
    'policy 101',
    '-qq install -y --no-install-recommends nginx redis-server',
    'policy 101',
  ])
  expect(ended.status).toBe(status)
  expect(existsSync(policy)).toBe(false)
})

test('a policy that the machine has stays as it is', () => {
  const policy = join(folder, 'policy-rc.d')
  writeFileSync(policy, '#!/bin/sh\nexit 104\n')
  chmodSync(policy, 0o755)
  expect(installs(policy).told).toContain('policy 104')
  expect(readFileSync(policy, 'utf8')).toBe('#!/bin/sh\nexit 104\n')
})
