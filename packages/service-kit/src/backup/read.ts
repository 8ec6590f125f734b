import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { BadSetting } from '../setting.ts'
import { trailerLength, trailerOf } from './trailer.ts'

const magic = 0x1f8b

/**
 * Reads a backup from end to end and holds it against its checksum.
 * @throws BadSetting where it cannot be read, is none, or a single bit of it is not as it was written
 */
export async function verify(file: string): Promise<void> {
  const end = await endOf(file)
  const hash = createHash('sha256')
  const tail: Buffer[] = []
  let at = 0
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    if (at === 0 && (chunk.length < 2 || chunk.readUInt16BE(0) !== magic)) throw isNone(file)
    const rest = Math.max(0, Math.min(chunk.length, end - at))
    hash.update(chunk.subarray(0, rest))
    tail.push(chunk.subarray(rest))
    at += chunk.length
  }
  if (!Buffer.concat(tail).equals(trailerOf(hash.digest('hex'))))
    throw new BadSetting(`The backup ${file} is damaged or cut off. Nothing was changed.`)
}

const isNone = (file: string) => new BadSetting(`${file} is no backup of Doable. Nothing was changed.`)

/** Where the checksum begins. */
async function endOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new BadSetting(`There is no file ${file} that can be read.`)
  if (found.size <= trailerLength) throw isNone(file)
  return found.size - trailerLength
}

/** The lines of a backup, each a JSON text, one piece of the file at a time. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file, { end: (await endOf(file)) - 1 })
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error))
  const decoder = new TextDecoder()
  let begun: string[] = []
  try {
    for await (const chunk of source.pipe(unpacked) as AsyncIterable<Buffer>) {
      const [first = '', ...more] = decoder.decode(chunk, { stream: true }).split('\n')
      begun.push(first)
      for (const next of more) {
        yield begun.join('')
        begun = [next]
      }
    }
  } finally {
    source.destroy()
  }
}
