import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { Built } from './built.ts'

const read = (name: string) => readFileSync(join(import.meta.dirname, 'static', name), 'utf8')
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** The icon and the web app manifest, named by their content like every other file. */
export function installable(): { links: Required<Pick<Built, 'icon' | 'webManifest'>>; plugin: Plugin } {
  const icon = read('icon.svg')
  const iconFile = `icon-${hash(icon)}.svg`
  const described = JSON.parse(read('app.webmanifest')) as object
  const icons = [{ src: `/mfe/platform/${iconFile}`, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }]
  const manifest = JSON.stringify({ ...described, icons })
  const manifestFile = `app-${hash(manifest)}.webmanifest`
  return {
    links: { icon: `/mfe/platform/${iconFile}`, webManifest: `/mfe/platform/${manifestFile}` },
    plugin: {
      name: 'doable-installable',
      generateBundle() {
        this.emitFile({ type: 'asset', fileName: iconFile, source: icon })
        this.emitFile({ type: 'asset', fileName: manifestFile, source: manifest })
      },
    },
  }
}
