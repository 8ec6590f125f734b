import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compose, serviceWorker, workerPolicy } from './compose.ts'
import { compressFile } from './compress.ts'

/**
 * Writes what a web server of its own (NGINX) has to send besides the parts: the page, its worker, both also packed, and
 * `policies.conf` with the Content-Security-Policy of each, as lines of a `map` over status and path (`ops/nginx`).
 */
export async function writeSite(dist: string): Promise<void> {
  const page = compose(dist)
  const files = { 'index.html': page.html, 'sw.js': serviceWorker(page) }
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(dist, name), text)
    await compressFile(join(dist, name))
  }
  const policies = `"~^1 /index\\.html" "${page.csp}";\n"~^1 /sw\\.js" "${workerPolicy}";\n`
  await writeFile(join(dist, 'policies.conf'), policies)
}
