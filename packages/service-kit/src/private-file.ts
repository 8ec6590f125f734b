import { existsSync } from 'node:fs'
import { chown, link, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a file where there is none, readable by its owner only. Two processes may start at once, and one be killed while it
 * writes: the file gets its name once it is whole, and only if nothing has that name yet.
 */
export async function makeOnce(file: string, text: () => Promise<string> | string): Promise<void> {
  if (existsSync(file)) return
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const draft = await written(file, await text())
  try {
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      // Some file systems know no links; there the last of two wins.
      if (error.code !== 'EEXIST') return rename(draft, file)
    })
  } finally {
    await rm(draft, { force: true })
  }
}

/** Puts this text in the place of that of the file, for its owner; whoever reads meanwhile reads all old or all new. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const place = await realpath(file)
  const { uid, gid } = await stat(place)
  const draft = await written(place, text)
  try {
    const made = await stat(draft)
    if (made.uid !== uid || made.gid !== gid) await chown(draft, uid, gid)
    await rename(draft, place)
  } finally {
    await rm(draft, { force: true })
  }
}

async function written(file: string, text: string): Promise<string> {
  const draft = `${file}.${crypto.randomUUID()}`
  const made = await open(draft, 'wx', 0o600)
  await made.writeFile(text)
  await made.sync()
  await made.close()
  return draft
}

/** A file is found under its new name after a power failure only if its folder is on the disk as well. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  // Windows opens no folders.
  await handle?.sync().catch(() => {})
  await handle?.close()
}
