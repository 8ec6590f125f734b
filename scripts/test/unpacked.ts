import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A program of a Debian package that would start a service where it was installed; `path` is its file in the package. */
export type Packed = { apt: string; path: string }

export const promtool: Packed = { apt: 'prometheus', path: '/usr/bin/promtool' }

/** apt keeps its lists and its cache in the folder `apt`: it needs no rights then, and finds what this machine was never told of. */
const fetching = `
set -e
mkdir -p apt/lists/partial apt/cache/archives/partial
own="-o Dir::State::lists=$PWD/apt/lists -o Dir::Cache=$PWD/apt/cache -o APT::Sandbox::User=$(id -un)"
apt-get -qq download "$1" 2>/dev/null || { apt-get -qq $own update && apt-get -qq $own download "$1"; }
dpkg-deb --fsys-tarfile ./*.deb | tar -x ".$2"
`

/**
 * The file of such a program, fetched once and unpacked into `cache`; `why` says what is in the way where it cannot be had.
 * Several may fetch it at a time.
 */
export function unpacked({ apt, path }: Packed, cache: string): { file: string } | { why: string } {
  const file = join(cache, basename(path))
  if (existsSync(file)) return { file }
  if (!existsSync('/usr/bin/apt-get'))
    return { why: `${basename(path)} is fetched by apt, which is not here` }
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'unpacking-'))
  try {
    const done = spawnSync('sh', ['-c', fetching, 'sh', apt, path], { cwd: folder, encoding: 'utf8' })
    if (done.status !== 0) return { why: `apt could not fetch ${apt}: ${done.stderr.trim().slice(0, 300)}` }
    renameSync(join(folder, path), file)
    return { file }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
