import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Without a window, as root too, and silent towards the network. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const elsewhere = [
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The machine's Chromium or Chrome: what `CHROMIUM` names, else the first on the PATH or where it is installed. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROMIUM) return env.CHROMIUM
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(delimiter).filter(Boolean)]
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...places, ...elsewhere].find((place) => existsSync(place))
}

const succeeds = (command: string, words: string[], stdio: 'ignore' | 'inherit' = 'ignore') =>
  spawnSync(command, words, { stdio }).status === 0

const isDebian = () =>
  existsSync('/usr/bin/apt-get') &&
  /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))

function installChromium(): boolean {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (!isDebian() || (sudo.length && !succeeds('sudo', ['-n', 'true']))) return false
  console.log('Installing Chromium by apt ...')
  const apt = (...words: string[]) => {
    const [command = '', ...rest] = [
      ...sudo,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-qq',
      ...words,
    ]
    return succeeds(command, rest, 'inherit')
  }
  apt('update')
  return apt('install', '-y', '--no-install-recommends', 'chromium')
}

/**
 * Finds Chromium, installing it where we may.
 * @throws an Error of one sentence that says what to install
 */
export function needChromium(env: NodeJS.ProcessEnv = process.env): string {
  const there = findChromium(env) ?? (installChromium() ? findChromium() : undefined)
  if (there && existsSync(there)) return there
  throw new Error('The browser tests need Chromium or Chrome: install one, or name its program in CHROMIUM.')
}
