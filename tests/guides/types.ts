import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Guide, root } from './steps.ts'

/** It lies in the repository, where the types of Node are found. */
const folder = join(root, '.cache/guides')

/** What the compiler says of every example in TypeScript; those of one guide may import each other. */
export function wrongTypes(guides: Guide[]): string {
  rmSync(folder, { recursive: true, force: true })
  for (const { path, steps } of guides)
    for (const { language, file, text } of steps) if (language === 'ts') keep(join(folder, path, file), text)
  keep(join(folder, 'tsconfig.json'), JSON.stringify(settings))
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
  return stdout + stderr
}

const settings = {
  extends: '../../tsconfig.json',
  compilerOptions: { moduleDetection: 'force' },
  include: ['**/*.ts'],
}

function keep(file: string, text: string) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
