// node web/platform/src/build.ts [names]: builds the named parts of the web, or all of them, into dist/mfe/, and the page of what is there.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { compress } from './compress.ts'
import { configOf, microfrontends } from './configs.ts'
import { root } from './shared.ts'
import { writeSite } from './site.ts'

/** Builds in sequence and prints one line each; a part that fails names itself and ends the run. */
export async function buildWeb(
  names: string[] = [],
  dist = join(root, 'dist'),
  print = console.log,
): Promise<void> {
  for (const name of names.length ? names : ['platform', 'shell', ...microfrontends()]) {
    const started = performance.now()
    rmSync(join(dist, 'mfe', name), { recursive: true, force: true })
    await build(configOf(name, dist))
    await compress(join(dist, 'mfe', name))
    print(`built web/${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
  await writeSite(dist)
}

if (import.meta.main) await buildWeb(process.argv.slice(2))
