import { writeSync } from 'node:fs'
import { Writable } from 'node:stream'

/**
 * Where log lines go. A line that cannot be written, because the disk is full or nobody reads any more, is lost, and
 * nothing else: neither does the process end nor does it wait until the line can be written.
 */
export class LogOutput extends Writable {
  readonly #fd: number
  constructor(fd: number) {
    super({ decodeStrings: true })
    this.#fd = fd
  }

  override _write(line: Buffer, _encoding: string, written: () => void): void {
    try {
      for (let at = 0; at < line.length; ) at += writeSync(this.#fd, line, at)
    } catch {
      // There is nowhere to say it.
    }
    written()
  }
}
