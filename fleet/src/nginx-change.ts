import { rm, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { childrenOf, workersChanged } from './workers.ts'

/** Whoever is busy has by then had an answer that ended its connection. */
const farewellMs = 1_000
/** What lasts, as server-sent events do, is not waited for any longer than this. */
const settleMs = 3_000

/**
 * Has a running NGINX take what `write` writes, without a request being lost. NGINX before 1.27.4 closes connections that
 * wait for a request as soon as it has new settings, and a client may be sending on one just then. So for a moment it ends
 * each connection with an answer, which tells the client not to send on it.
 * @param changing the file of that name among the NginxFiles
 * @returns whether NGINX took it
 */
export async function changeNginx(
  master: number,
  changing: string,
  write: () => Promise<unknown>,
): Promise<boolean> {
  await writeFile(changing, '')
  try {
    await wait(farewellMs)
    await write()
    const before = childrenOf(master)
    process.kill(master, 'SIGHUP')
    return await workersChanged(master, before, settleMs)
  } finally {
    await rm(changing, { force: true })
  }
}
