import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { syncFolder } from '../private-file.ts'
import { BadSetting } from '../setting.ts'
import { trailerOf } from './trailer.ts'

/** A backup that is being written grows all the time. */
const abandonedMs = 60_000

/**
 * Writes lines as a backup: packed, with their checksum, for their owner only. The file gets its name once all of it is on
 * the disk, so there is a whole backup of that name or none.
 * @throws BadSetting where there is such a file (unless `force`), or no room for it
 */
export async function writeBackup(file: string, lines: AsyncIterable<string>, force: boolean): Promise<void> {
  const part = `${file}.part`
  const refuse = () => {
    if (existsSync(file) && !force)
      throw new BadSetting(`${file} is there already; --force writes over it, or name another.`)
  }
  refuse()
  const made = await begin(part)
  try {
    await pipeline(Readable.from(lines), createGzip(), signed, intoFile(made))
    await made.sync()
    await made.close()
    refuse()
    await rename(part, file)
  } catch (error) {
    await made.close().catch(() => {})
    await rm(part, { force: true })
    throw explained(error, file)
  }
  await syncFolder(dirname(file))
}

async function begin(part: string): Promise<FileHandle> {
  const found = await stat(part).catch(() => undefined)
  if (found && Date.now() - found.mtimeMs > abandonedMs) await rm(part, { force: true })
  return open(part, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw new BadSetting(`${part} is being written by another backup.`)
    throw explained(error, part)
  })
}

async function* signed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
  yield trailerOf(hash.digest('hex'))
}

const intoFile = (made: FileHandle) => async (chunks: AsyncIterable<Buffer>) => {
  for await (const chunk of chunks) await made.writeFile(chunk)
}

const noRoom = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

function explained(error: unknown, file: string): unknown {
  const { code = '' } = error as NodeJS.ErrnoException
  if (noRoom.has(code))
    return new BadSetting(`${file} cannot be written: the disk is full. Nothing was kept.`)
  if (code === 'ENOENT') return new BadSetting(`${file} cannot be made: there is no folder ${dirname(file)}.`)
  return error
}
