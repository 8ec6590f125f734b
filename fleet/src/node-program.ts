import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Env } from '@doable/service-kit/setting'
import type { Program } from './process.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** One of our own TypeScript files as a program on this Node. Compiled code is shared by all that run here. */
export function nodeProgram(name: string, path: string, words: string[], env: Env): Program {
  return {
    name,
    file: process.execPath,
    words: ['--disable-warning=ExperimentalWarning', join(root, path), ...words],
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'), ...env },
  }
}
