import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'
import { shownError } from './log-error.ts'
import { LogOutput, writeLine } from './log-output.ts'
import { currentTrace } from './tracing/trace.ts'

export type { Logger }

/** What ties together all lines that come of one act, in whichever process. */
function ofTrace(): { trace?: string } {
  const trace = currentTrace()?.traceId
  return trace === undefined ? {} : { trace }
}

/** JSON lines on stdout, or lines for people. Bodies, cookies and query strings never get here. */
export async function openLog({ logLevel, logPretty }: Config, fd = 1): Promise<Logger> {
  const options = {
    level: logLevel,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: shownError },
    mixin: ofTrace,
  }
  const isPlain = logPretty === 'false' || (logPretty === 'auto' && !process.stdout.isTTY)
  if (isPlain) return pino(options, { write: (line) => writeLine(fd, line) })
  const { default: pretty } = await import('pino-pretty')
  const shown = { singleLine: true, translateTime: 'SYS:HH:MM:ss', colorize: process.stdout.isTTY === true }
  return pino(options, pretty({ ...shown, destination: new LogOutput(fd) }))
}
