import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const beat = 2_000
const silence = 20_000

/**
 * Does the work while holding the lock file, so that two starts at once do not install over each other.
 * The holder touches the file every two seconds; a file whose holder has died, or has been silent for
 * twenty seconds (another machine on the same folder), is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {(message: string) => void} say
 * @returns {Promise<T>}
 */
export async function withLock(file, work, say = console.log) {
  if (!tryLock(file)) {
    say('Waiting for another start of Doable to finish installing ...')
    while (!tryLock(file)) await wait(200)
  }
  const pulse = setInterval(() => touch(file), beat)
  try {
    return await work()
  } finally {
    clearInterval(pulse)
    rmSync(file, { force: true })
  }
}

/** @param {string} file */
function tryLock(file) {
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    if (abandoned(file)) setAside(file)
    return false
  }
}

/**
 * Two that wait may both find it abandoned; renaming lets one of them win, the other finds nothing.
 * @param {string} file
 */
function setAside(file) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    rmSync(aside, { force: true })
  } catch {}
}

/** @param {string} file */
function abandoned(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > silence) return true
    const pid = Number(readFileSync(file, 'utf8'))
    return pid > 0 && !alive(pid)
  } catch {
    return false
  }
}

/** @param {number} pid */
function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {string} file */
function touch(file) {
  const now = new Date()
  try {
    utimesSync(file, now, now)
  } catch {}
}
