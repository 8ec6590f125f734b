import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const gz = promisify(gzip)
const worth = /\.(js|css|svg|webmanifest)$/

/** Writes `.br` and `.gz` beside every text file of a folder, so that a server never compresses them again. */
export async function compress(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((file) => worth.test(file)).map((file) => join(folder, file))
  await Promise.all(files.map(compressFile))
}

export async function compressFile(file: string): Promise<void> {
  const text = await readFile(file)
  const quality = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }
  await writeFile(`${file}.br`, await brotli(text, quality))
  await writeFile(`${file}.gz`, await gz(text, { level: 9 }))
}
