import { help, readArguments } from './arguments.ts'
import { order } from './order.ts'
import { planOf } from './plan.ts'
import { Sorry } from './sorry.ts'

/** `npm run fleet -- WORDS`. What talks to databases is loaded by what needs it only: an order is answered at once. */
export async function main(words: string[]): Promise<void> {
  try {
    if (process.platform === 'win32')
      throw new Sorry(
        'The fleet runs on Linux and macOS; on Windows, run it in WSL, or Doable itself with npm start.',
      )
    const given = readArguments(words)
    if (given.help) process.stdout.write(help)
    else if (given.words.length) await order(planOf(given), given.words)
    else await (await import('./runner.ts')).runFleet(planOf(given))
  } catch (error) {
    console.error(error instanceof Sorry ? error.message : await inWords(error))
    process.exitCode = 1
  }
}

async function inWords(error: unknown): Promise<unknown> {
  const { sentenceFor } = await import('@doable/service-kit/start-error')
  return sentenceFor(error, undefined) ?? error
}
