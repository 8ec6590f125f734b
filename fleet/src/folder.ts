import { mkdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { Sorry } from './sorry.ts'

/** The longest path that a unix socket may have everywhere (`sun_path` of macOS has 104 bytes). */
const longestSocket = 103

/** Where a fleet keeps all that it needs: below DATA_DIR. */
export class Folder {
  readonly data: string
  readonly path: string

  constructor(data: string) {
    this.data = resolve(data)
    this.path = join(this.data, 'fleet')
  }

  /** Only its owner may look in: the keys and the control socket are here. */
  make(): void {
    for (const part of ['', 'logs', 'pids', 'nginx', 'redis'])
      mkdirSync(join(this.path, part), { recursive: true, mode: 0o700 })
  }

  log = (name: string) => join(this.path, 'logs', `${name}.log`)
  pid = (name: string) => join(this.path, 'pids', name)

  get pids() {
    return join(this.path, 'pids')
  }
  get nginx() {
    return join(this.path, 'nginx')
  }
  get redis() {
    return join(this.path, 'redis')
  }
  /** The keys that sign sessions, where SESSION_KEYS names no others. */
  get keys() {
    return join(this.path, 'session-keys.json')
  }
  /** The keys of web push, where VAPID_KEYS names no others. */
  get pushKeys() {
    return join(this.path, 'push-keys.json')
  }
  /** Names the runner, of which a folder has one. */
  get runner() {
    return join(this.path, 'runner.pid')
  }

  /** @throws Sorry where the path is longer than the system takes */
  get socket() {
    const path = join(this.path, 'control.sock')
    const shorter = [path, relative('', path)].find((each) => Buffer.byteLength(each) <= longestSocket)
    if (shorter) return shorter
    throw new Sorry(`The path ${this.path} is too long for a control socket; choose a shorter --data.`)
  }
}
