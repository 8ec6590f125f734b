import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'
import { LogOutput } from './log-output.ts'

export type { Logger }

/** What of an error is logged: a failed statement also carries the values it was given, and those are people's. */
function shownError(error: Error & { code?: unknown }) {
  const { name, message, stack, code } = error
  return { type: name, message, stack, ...(code !== undefined && { code }) }
}

/** JSON lines on stdout, or lines for people. Bodies, cookies and query strings never get here. */
export async function openLog({ logLevel, logPretty }: Config, fd = 1): Promise<Logger> {
  const output = new LogOutput(fd)
  const options = {
    level: logLevel,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: shownError },
  }
  if (logPretty === 'false' || (logPretty === 'auto' && !process.stdout.isTTY)) return pino(options, output)
  const { default: pretty } = await import('pino-pretty')
  const shown = { singleLine: true, translateTime: 'SYS:HH:MM:ss', colorize: process.stdout.isTTY === true }
  return pino(options, pretty({ ...shown, destination: output }))
}
