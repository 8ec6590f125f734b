import { execFile, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { hashOf } from './stamp.mjs'

const repository = join(import.meta.dirname, '../..')
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function write(root: string, files: Record<string, string>) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true })
    writeFileSync(join(root, name), content)
  }
}

/** A repository in a folder with spaces in its name: our start, and targets that tell what they were given. */
function house(lock: object = { lockfileVersion: 3, packages: {} }) {
  const root = join(mkdtempSync(join(tmpdir(), 'doable start ')), 'my to-dos')
  folders.push(join(root, '..'))
  cpSync(join(repository, 'start.mjs'), join(root, 'start.mjs'), { recursive: true })
  cpSync(join(repository, 'scripts/start'), join(root, 'scripts/start'), { recursive: true })
  write(root, {
    'package.json': '{ "type": "module", "name": "doable", "version": "0.1.0" }',
    'package-lock.json': JSON.stringify(lock),
    'runtime/package-lock.json': '{}',
    'web/shell/src/main.tsx': 'one',
    'web/platform/src/build.ts': `
      import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
      mkdirSync('dist/mfe/shell', { recursive: true })
      writeFileSync('dist/mfe/shell/mfe.json', '{}')
      appendFileSync('dist/builds', 'x')`,
    'standalone/src/main.ts': 'console.log(JSON.stringify(process.argv.slice(2))); process.exit(7)',
  })
  return root
}

const installed = (root: string) =>
  write(root, { 'node_modules/.doable': hashOf(join(root, 'package-lock.json')) })

type Ended = { code: number | null; out: string; err: string }

function run(
  root: string,
  words: string[],
  env: NodeJS.ProcessEnv = {},
  flags: string[] = [],
): Promise<Ended> {
  const all = [...flags, join(root, 'start.mjs'), ...words]
  return new Promise((resolve) => {
    const child = execFile(process.execPath, all, { env: { ...process.env, ...env } }, (_error, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    )
  })
}

test('a Node that is too old is told so in one sentence', async () => {
  const old =
    "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'18.20.0'}})"
  const { code, out, err } = await run(repository, ['start'], {}, ['--import', old])
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^Doable needs Node 20 or newer, and this is Node 18\.20\.0\. .+\n$/)
})

test('arguments and the exit code pass through as they are', async () => {
  const root = house()
  installed(root)
  const { code, out } = await run(root, ['start', '--port', '4000', '--data', 'a folder', '--', '*'])
  expect(out).toBe('Building the web ...\n["--port","4000","--data","a folder","--","*"]\n')
  expect(code).toBe(7)
})

test('the web is built when its sources change, and only then', async () => {
  const root = house()
  installed(root)
  const builds = () => readFileSync(join(root, 'dist/builds'), 'utf8').length
  await run(root, ['start'])
  expect((await run(root, ['start'])).out).toBe('[]\n')
  expect(builds()).toBe(1)
  write(root, { 'web/shell/src/main.test.tsx': 'a test is no source', 'web/shell/src/main.tsx': 'two' })
  await run(root, ['start'])
  expect(builds()).toBe(2)
  rmSync(join(root, 'dist/mfe/shell/mfe.json'))
  await run(root, ['start'])
  expect(builds()).toBe(3)
})

test('two starts at once build once', async () => {
  const root = house()
  installed(root)
  const both = await Promise.all([run(root, ['start']), run(root, ['start'])])
  expect(both.map(({ code }) => code)).toEqual([7, 7])
  expect(readFileSync(join(root, 'dist/builds'), 'utf8')).toBe('x')
})

test('what an npm install by hand has put there is not installed again', async () => {
  const packages = { '': {}, 'node_modules/left-pad': { version: '1.3.0' } }
  const root = house({ lockfileVersion: 3, packages })
  write(root, { 'node_modules/.package-lock.json': JSON.stringify({ packages }) })
  expect((await run(root, ['start'])).out).not.toContain('Installing')
  expect(readFileSync(join(root, 'node_modules/.doable'), 'utf8')).toBe(
    hashOf(join(root, 'package-lock.json')),
  )
})

test('an install that fails ends in one sentence and names the log', async () => {
  const integrity = `sha512-${'A'.repeat(86)}==`
  const packages = {
    '': { name: 'doable', version: '0.1.0', dependencies: { 'left-pad': '1.3.0' } },
    'node_modules/left-pad': { version: '1.3.0', integrity },
  }
  const root = house({ name: 'doable', version: '0.1.0', lockfileVersion: 3, requires: true, packages })
  write(root, {
    'package.json': '{ "name": "doable", "version": "0.1.0", "dependencies": { "left-pad": "1.3.0" } }',
  })
  const { code, out, err } = await run(root, ['start'], {
    npm_config_registry: 'http://127.0.0.1:9',
    npm_config_cache: join(root, 'npm'),
    npm_config_fetch_retries: '0',
  })
  expect({ code, out }).toEqual({ code: 1, out: 'Installing ...\n' })
  expect(err).toMatch(/^Doable could not install its packages .+install\.log\.\n$/)
  expect(readFileSync(join(root, '.cache/install.log'), 'utf8')).toContain('127.0.0.1:9')
})

test('an unknown command names the known ones', async () => {
  const { code, err } = await run(house(), ['strat'])
  expect(code).toBe(1)
  expect(err).toBe('There is no "strat". Doable knows: start, dev, db, fleet, build, check, test, bench.\n')
})

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s reaches the program, whose end is waited for',
  async (signal) => {
    const root = house()
    installed(root)
    write(root, {
      'standalone/src/main.ts': `
      const stay = setInterval(() => {}, 1000)
      process.once('${signal}', () => { clearInterval(stay); console.log('closed'); process.exitCode = 3 })
      console.log('ready')`,
    })
    const child = spawn(process.execPath, [join(root, 'start.mjs'), 'start'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let out = ''
    child.stdout.on('data', (chunk) => {
      if (!out.includes('ready') && String(chunk).includes('ready')) child.kill(signal)
      out += chunk
    })
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect({ code, out }).toEqual({ code: 3, out: 'Building the web ...\nready\nclosed\n' })
  },
)
