// node web/platform/src/size.ts: how much JavaScript the first page takes, brotli, and what it is made of.
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { firstFiles, readParts } from './compose.ts'
import { bundles, root } from './shared.ts'

/** Bytes of the JavaScript that runs before the first task shows, one language's words included. */
export function firstPageSize(dist = join(root, 'dist')): { file: string; bytes: number }[] {
  const parts = readParts(dist)
  const code = new Set(parts.flatMap(({ entries }) => Object.values(entries)).flatMap(({ along }) => along))
  const words = parts.flatMap((part) =>
    part.files.filter((file) => /\/words-en-[^/]+\.js$/.test(file) && !code.has(file)),
  )
  const sizeOf = (file: string) => {
    const packed = join(dist, `${file}.br`)
    return statSync(existsSync(packed) ? packed : join(dist, file)).size
  }
  return [...new Set([...firstFiles(parts), ...words])]
    .map((file) => ({ file, bytes: sizeOf(file) }))
    .sort((a, b) => b.bytes - a.bytes)
}

/** Shared modules that the first page loads although they stand in no bundle: candidates for first-page.json. */
function strays(files: string[]): string[] {
  const platform = readParts(join(root, 'dist')).find((part) => part.name === 'platform')
  const joined = new Set(Object.values(bundles()).flat())
  return Object.entries(platform?.entries ?? {})
    .filter(([id, { file }]) => !joined.has(id) && files.includes(file))
    .map(([id]) => id)
}

if (import.meta.main) {
  const sizes = firstPageSize()
  for (const { file, bytes } of sizes) console.log(String(bytes).padStart(8), file)
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(`${(total / 1000).toFixed(1)} kB brotli in ${sizes.length} files before the first task shows`)
  for (const id of strays(sizes.map(({ file }) => file))) console.log(`in a file of its own: ${id}`)
}
