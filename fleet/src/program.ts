import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Sorry } from './sorry.ts'

/** Where systems keep what a person's PATH often lacks. */
const alsoIn = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin', '/sbin']

const packages = {
  nginx: { debian: 'nginx-light', fedora: 'nginx', brew: 'nginx', what: 'NGINX' },
  'redis-server': { debian: 'redis-server', fedora: 'redis', brew: 'redis', what: 'Redis' },
}
export type Needed = keyof typeof packages

/** Finds a program of the system. @throws Sorry with how to install it */
export function findProgram(name: Needed, folders = places()): string {
  const found = folders.map((folder) => join(folder, name)).find(runs)
  if (found) return found
  const { debian, fedora, brew, what } = packages[name]
  throw new Sorry(
    `The fleet needs ${what}, and there is no ${name} on this machine: install it with "apt-get install ${debian}" on Debian ` +
      `or Ubuntu, "dnf install ${fedora}" on Fedora, "brew install ${brew}" on macOS, and run the same command again.`,
  )
}

const places = () => [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...alsoIn]

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
