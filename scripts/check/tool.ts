import { execFile } from 'node:child_process'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** The command-line tools we run, as scripts, so that they run on this Node whatever the PATH says. */
const scripts = {
  biome: '@biomejs/biome/bin/biome',
  tsc: 'typescript/bin/tsc',
  lingui: '@lingui/cli/dist/lingui.js',
}

/** Runs a tool in the repository; answers its output when it fails. */
export function complaintOf(tool: keyof typeof scripts, words: string[]): Promise<string[]> {
  const file = join(root, 'node_modules', scripts[tool])
  const options = { cwd: root, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NO_COLOR: '1' } }
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...words], options, (error, out, err) => {
      resolve(error ? [`${out}${err}`.trim() || error.message] : [])
    })
  })
}
