import { readFileSync } from 'node:fs'

/** The version of the whole, which the package at the root says. */
export const { version } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as { version: string }
