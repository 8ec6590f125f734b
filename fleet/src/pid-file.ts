import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * When a process was started, in the words of the system; undefined where none of that number runs. A number alone says
 * little: it is given to another process once its first owner has ended.
 */
export function bornAt(pid: number): string | undefined {
  if (existsSync('/proc/self/stat')) return fromProc(pid)
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

/** proc(5): the name in brackets may hold anything; after it come the state (3) and, as 22nd, the start. */
function fromProc(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

/** Notes a process that runs. */
export const notePid = (file: string, pid: number) => writeFileSync(file, wordsOf(pid))
export const forgetPid = (file: string) => rmSync(file, { force: true })
const wordsOf = (pid: number) => `${pid} ${bornAt(pid) ?? ''}`

/** The process that a file names, if it still runs and is the very one that was noted. */
export function runningIn(file: string): number | undefined {
  try {
    const [, pid = '', born = ''] = /^(\d+) (.+)$/.exec(readFileSync(file, 'utf8')) ?? []
    return born && bornAt(Number(pid)) === born ? Number(pid) : undefined
  } catch {
    return undefined
  }
}

/** Notes this process as the only one. Answers the other one's number if it is not. */
export function claim(file: string): number | undefined {
  for (;;) {
    try {
      writeFileSync(file, wordsOf(process.pid), { flag: 'wx' })
      return undefined
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const other = runningIn(file)
    if (other) return other
    setAside(file)
  }
}

/** Of two that find it abandoned, renaming lets one win; the other finds nothing. */
function setAside(file: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  rmSync(aside, { force: true })
}
