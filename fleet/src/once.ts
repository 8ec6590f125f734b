import type { Folder } from './folder.ts'
import { Process, type Program } from './process.ts'
import { Sorry } from './sorry.ts'

/** Runs a program to its end. @throws Sorry with its last words where it fails */
export async function runOnce(program: Program, folder: Folder, signal: AbortSignal): Promise<void> {
  const run = new Process(program, folder)
  const stop = () => run.signal('SIGTERM')
  signal.addEventListener('abort', stop)
  const how = await run.ended
  signal.removeEventListener('abort', stop)
  if (how !== 'exit code 0') throw new Sorry(run.lastWords)
}
