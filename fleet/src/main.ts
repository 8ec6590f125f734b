import { sentenceFor } from '@doable/service-kit/start-error'
import { help, readArguments } from './arguments.ts'
import { order } from './order.ts'
import { planOf } from './plan.ts'
import { runFleet } from './runner.ts'
import { Sorry } from './sorry.ts'

try {
  if (process.platform === 'win32')
    throw new Sorry(
      'The fleet runs on Linux and macOS; on Windows, run it in WSL, or Doable itself with npm start.',
    )
  const given = readArguments(process.argv.slice(2))
  if (given.help) process.stdout.write(help)
  else if (given.words.length) await order(planOf(given), given.words)
  else await runFleet(planOf(given))
} catch (error) {
  console.error(error instanceof Sorry ? error.message : (sentenceFor(error, undefined) ?? error))
  process.exitCode = 1
}
