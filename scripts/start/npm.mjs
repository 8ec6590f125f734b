import { accessSync, constants, existsSync, mkdirSync, openSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, delimiter, dirname, join, relative } from 'node:path'
import { exitOf } from './child.mjs'
import { Sorry, sorryFor } from './sorry.mjs'

/**
 * The npm that started us, else the one on the PATH, else the one beside this Node: as a script, so that
 * any Node can run it.
 * @param {NodeJS.ProcessEnv} env
 */
export function findNpm(env = process.env) {
  const lib = 'node_modules/npm/bin/npm-cli.js'
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean)
  const here = dirname(process.execPath)
  const places = [
    env.npm_execpath,
    ...folders.flatMap((folder) => [
      target(join(folder, 'npm')),
      join(folder, lib),
      join(folder, '../lib', lib),
    ]),
    join(here, lib),
    join(here, '../lib', lib),
  ]
  const found = places.find((place) => place && basename(place) === 'npm-cli.js' && existsSync(place))
  if (!found)
    throw new Sorry(
      'Doable needs npm to install its packages, and there is none on the PATH. Install npm and run the same command again.',
    )
  return found
}

/** @param {string} link */
function target(link) {
  try {
    return realpathSync(link)
  } catch {
    return undefined
  }
}

/**
 * What npm shall see of our surroundings: the registry, proxies and certificates a person has set, but not
 * where the npm that started us was working, nor settings that leave packages out.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} spareCache a folder for npm's cache where the usual one cannot be written
 */
export function npmSurroundings(env, spareCache) {
  const left =
    /^(npm_(package|lifecycle|command|node_execpath|execpath)|npm_config_(local_prefix|prefix|global|workspace|omit|only|production|include|dry_run|package_lock|json|silent|loglevel)|init_cwd$|node_env$)/i
  const kept = Object.fromEntries(Object.entries(env).filter(([name]) => !left.test(name)))
  const cache = env.npm_config_cache ?? join(homedir(), '.npm')
  return writable(cache) ? kept : { ...kept, npm_config_cache: spareCache }
}

/** @param {string} folder */
function writable(folder) {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * `npm ci` in a folder, its words kept in `.cache/install.log`.
 * @param {{ root: string, folder: string, node: string, what: string }} where
 * @throws {Sorry} one sentence with what to do
 */
export async function npmCi({ root, folder, node, what }) {
  const log = join(root, '.cache/install.log')
  const output = openSync(log, 'w')
  const words = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund']
  const env = npmSurroundings(process.env, join(root, '.cache/npm'))
  const path = [dirname(node), process.env.PATH ?? process.env.Path].join(delimiter)
  const code = await exitOf(node, [findNpm(), ...words], {
    cwd: folder,
    env: { ...env, PATH: path },
    stdio: ['ignore', output, output],
  })
  if (code === 0) return
  throw sorryFor(
    code,
    `Doable could not install ${what} (npm ended with ${code}). Check that this machine reaches the npm registry ` +
      `and run the same command again; npm's own words are in ${relative(process.cwd(), log) || log}.`,
  )
}
