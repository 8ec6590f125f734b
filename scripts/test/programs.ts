import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A program that comes from the system and not from npm. */
export type Program = {
  /** For people. */
  title: string
  /** What its file may be called. */
  names: string[]
  /** Debian's package. */
  apt: string
  /** Where else its file may be. */
  elsewhere?: string[]
  /** The setting that names its file. */
  setting?: string
}

export const redisServer: Program = { title: 'redis-server', names: ['redis-server'], apt: 'redis-server' }
export const nginx: Program = { title: 'nginx', names: ['nginx'], apt: 'nginx' }

/** Folders that a person's PATH often leaves out. */
const usual = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin']

/** The file of a program: what its setting names, else the first on the PATH or where it is usually installed. */
export function findProgram(program: Program, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = program.setting && env[program.setting]
  if (named) return named
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), ...usual]
  const places = program.names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...places, ...(program.elsewhere ?? [])].find((place) => existsSync(place))
}

/**
 * Installs the packages after the first word, which is the policy of the machine: while that file says no, a package that
 * brings a service does not start it (https://people.debian.org/~hmh/invokerc.d-policyrc.d-specification.txt).
 */
export const installation = `
if [ ! -e "$1" ]; then
  policy=$1
  trap 'rm -f "$policy"' EXIT
  trap 'exit 1' HUP INT TERM
  printf '#!/bin/sh\\nexit 101\\n' > "$1" && chmod 755 "$1"
fi
shift
apt-get -qq update
DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@"
`

const succeeds = (command: string, words: string[], stdio: 'ignore' | 'inherit' = 'ignore') =>
  spawnSync(command, words, { stdio }).status === 0

const isDebian = () =>
  existsSync('/usr/bin/apt-get') &&
  /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))

function install(programs: Program[]): void {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (!isDebian() || (sudo.length && !succeeds('sudo', ['-n', 'true']))) return
  console.log(`Installing ${programs.map(({ title }) => title).join(', ')} by apt ...`)
  const packages = programs.map(({ apt }) => apt)
  const [command = '', ...words] = [...sudo, 'sh', '-c', installation, 'sh', '/usr/sbin/policy-rc.d']
  succeeds(command, [...words, ...packages], 'inherit')
}

/**
 * Finds programs, installing what is missing where we may; answers their files in the same order.
 * @param who needs them, as the subject of a sentence
 * @throws an Error of one sentence that says what to install
 */
export function needPrograms(
  who: string,
  programs: Program[],
  env: NodeJS.ProcessEnv = process.env,
): string[] {
  const isMissing = (program: Program) => !existsSync(findProgram(program, env) ?? '')
  const isNamed = ({ setting }: Program) => Boolean(setting && env[setting])
  const installable = programs.filter((program) => isMissing(program) && !isNamed(program))
  if (installable.length) install(installable)
  const missing = programs.filter(isMissing)
  if (missing.length === 0) return programs.map((program) => findProgram(program, env) as string)
  const settings = missing.flatMap(({ setting, title }) =>
    setting ? [`, or name the program of ${title} in ${setting}`] : [],
  )
  const titles = missing.map(({ title }) => title).join(' and ')
  throw new Error(`${who} need ${titles}: install ${missing.length > 1 ? 'them' : 'it'}${settings.join('')}.`)
}
