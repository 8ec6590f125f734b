import { writeSync } from 'node:fs'
import { Writable } from 'node:stream'

/**
 * Writes a log line. One that cannot be written, because the disk is full or nobody reads any more, is lost, and nothing else:
 * neither does the process end nor does it wait until the line can be written.
 */
export function writeLine(fd: number, text: string | Buffer): void {
  const line = typeof text === 'string' ? Buffer.from(text) : text
  try {
    for (let at = 0; at < line.length; ) at += writeSync(fd, line, at)
  } catch {
    // There is nowhere to say it.
  }
}

/** The same for those that write to streams only. */
export class LogOutput extends Writable {
  readonly #fd: number
  constructor(fd: number) {
    super({ decodeStrings: true })
    this.#fd = fd
  }

  override _write(line: Buffer, _encoding: string, written: () => void): void {
    writeLine(this.#fd, line)
    written()
  }
}
