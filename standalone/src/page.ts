import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { compose, serviceWorker } from '@doable/web-platform/compose'

/** The composed page and its worker, in every encoding that is asked for. */
export type Built = {
  csp: string
  version: string
  html: Encoded
  worker: Encoded
}
type Encoded = { plain: Buffer; br: Buffer; gzip: Buffer }

function encoded(text: string): Encoded {
  const plain = Buffer.from(text)
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  return { plain, br: brotliCompressSync(plain, quality), gzip: gzipSync(plain) }
}

/** When each part of the web was built: a part that is deployed while we run shows with the next page. */
function stampOf(dist: string): string {
  const folder = join(dist, 'mfe')
  if (!existsSync(folder)) return ''
  const files = readdirSync(folder).map((name) => join(folder, name, 'mfe.json'))
  return files.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0).join()
}

/** Answers the page as it is now; undefined where the web was not built. */
export function pageOf(dist: string): () => Built | undefined {
  let stamp = ''
  let built: Built | undefined
  return () => {
    const now = stampOf(dist)
    if (now === stamp) return built
    built = existsSync(join(dist, 'mfe/shell/mfe.json')) ? buildPage(dist) : undefined
    stamp = now
    return built
  }
}

function buildPage(dist: string): Built {
  const page = compose(dist)
  const { csp, version } = page
  return { csp, version, html: encoded(page.html), worker: encoded(serviceWorker(page)) }
}

/** Picks the best encoding a client takes (RFC 9110, section 12.5.3). */
export function pick(body: Encoded, accepted = ''): { bytes: Buffer; encoding?: 'br' | 'gzip' } {
  const takes = (name: string) =>
    new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(\\.0+)?(\\s*,|\\s*$))`).test(accepted)
  if (takes('br')) return { bytes: body.br, encoding: 'br' }
  if (takes('gzip')) return { bytes: body.gzip, encoding: 'gzip' }
  return { bytes: body.plain }
}
