import { help, readArguments } from './arguments.ts'

try {
  if (readArguments(process.argv.slice(2)).help) console.log(help)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
