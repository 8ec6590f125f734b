import { platform } from 'node:os'
import { expect, test } from 'vitest'
import type { Step } from './steps.ts'
import { follow } from './terminal.ts'

let line = 0
const sh = (text: string, shown?: string): Step => ({
  line: ++line,
  language: 'sh',
  text,
  file: `step-${line}.sh`,
  ...(shown !== undefined && { shows: { language: 'text', text: shown } }),
})
const ts = (text: string, file: string): Step => ({ line: ++line, language: 'ts', text, file })
const onUnix = test.skipIf(platform() === 'win32')

onUnix('steps share a terminal, in a folder that looks like the repository', async () => {
  const steps = [
    sh('export WHO=Ada; greet() { echo "Hello $1"; }'),
    sh('greet "$WHO" # and no more', 'Hello Ada'),
    sh("cat >own.txt <<'END'\nmine\nEND\nls package.json own.txt", 'own.txt\npackage.json'),
    ts('export const own = (process.env.WHO ?? "nobody") satisfies string', 'own.ts'),
    sh(`node -e "import('./own.ts').then(({ own }) => console.log(own))"`, 'Ada'),
    sh('echo localhost:3000', 'localhost:4711'),
  ]
  expect(await follow(steps, { PORT: '4711' })).toEqual([])
})

onUnix('a command that fails is told, with what it said; nothing behind it is done', async () => {
  const wrong = await follow([sh('echo before; false; echo after'), sh('echo never', 'never')], {})
  expect(wrong).toHaveLength(1)
  expect(wrong[0]).toContain('It failed')
  expect(wrong[0]).toMatch(/said:\nbefore\n$/)
  for (const failing of ['echo "$NOBODY_SET_THIS"', 'false | cat', 'exit 3'])
    expect(await follow([sh(failing)], {})).toHaveLength(1)
  expect(await follow([ts('throw new Error("no")', 'no.ts')], {})).toHaveLength(1)
})

onUnix('what does not end is ended, and so is what was left running', async () => {
  const wrong = await follow([sh('sleep 1000 & echo $!'), sh('sleep 1000')], {}, 2)
  expect(wrong).toHaveLength(1)
  expect(wrong[0]).toContain('did not end')
})

onUnix('each output that is not as shown is told', async () => {
  const wrong = await follow([sh('echo one', 'two'), sh('echo three', 'three'), sh('echo four', 'five')], {})
  expect(wrong).toHaveLength(2)
  expect(wrong[0]).toContain('It did not say what is shown')
})
