import { findProgram, needPrograms, type Program } from './programs.ts'

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

const chromium: Program = {
  title: 'Chromium or Chrome',
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  apt: 'chromium',
  elsewhere: [
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  setting: 'CHROMIUM',
}

/** The machine's Chromium or Chrome: what `CHROMIUM` names, else the first on the PATH or where it is installed. */
export const findChromium = (env: NodeJS.ProcessEnv = process.env): string | undefined =>
  findProgram(chromium, env)

/**
 * Finds Chromium, installing it where we may.
 * @throws an Error of one sentence that says what to install
 */
export function needChromium(env: NodeJS.ProcessEnv = process.env): string {
  const [there = ''] = needPrograms('The browser tests', [chromium], env)
  return there
}
