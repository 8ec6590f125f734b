import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'
import type { Config } from './config.ts'

export type { Logger }

/** JSON lines on stdout, or lines for people with LOG_PRETTY. Bodies, cookies and query strings never get here. */
export function openLog(config: Config): Logger {
  const options = { level: config.logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }
  if (!config.logPretty) return pino(options)
  return pino(options, pretty({ sync: true, singleLine: true, translateTime: 'SYS:HH:MM:ss' }))
}
