import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import type { InlineConfig, Plugin } from 'vite'
import { builtManifest } from './built.ts'
import { partChunks, platformChunks } from './chunks.ts'
import { platformEntries, sharedEntries } from './entries.ts'
import { sharedIconMaker } from './icons.ts'
import { installable } from './install.ts'
import { plugins } from './plugins.ts'
import { isShared, root } from './shared.ts'
import { lateWords } from './words.ts'

/** The microfrontends of this repository: every folder under `web/` that has a manifest. */
export const microfrontends = (): string[] =>
  readdirSync(join(root, 'web')).filter((name) => existsSync(join(root, 'web', name, 'src/manifest.tsx')))

const output = {
  entryFileNames: '[name]-[hash].js',
  chunkFileNames: '[name]-[hash].js',
  assetFileNames: '[name]-[hash][extname]',
}

const buildOf = (
  name: string,
  input: Record<string, string>,
  external: (id: string) => boolean,
  codeSplitting: typeof platformChunks | ReturnType<typeof partChunks>,
  dist: string,
) => ({
  target: 'es2024',
  outDir: join(dist, 'mfe', name),
  emptyOutDir: true,
  modulePreload: false as const,
  cssCodeSplit: false,
  reportCompressedSize: false,
  rolldownOptions: {
    input,
    external,
    preserveEntrySignatures: 'strict' as const,
    output: { ...output, codeSplitting },
  },
})

function platform(dist: string): InlineConfig {
  const { input, specifiers } = platformEntries()
  const { links, plugin } = installable()
  const locales = (optimizeLocales as unknown as { vite(options: object): Plugin }).vite({
    locales: ['en-US', 'de-DE'],
  })
  return {
    root: join(root, 'web/platform'),
    plugins: [
      plainImports,
      { ...locales, enforce: 'pre' },
      plugins(),
      sharedEntries(specifiers),
      plugin,
      builtManifest('platform', (entry) => specifiers[entry] ?? [], links),
    ],
    build: buildOf('platform', input, () => false, platformChunks, dist),
  }
}

function part(name: string, dist: string): InlineConfig {
  const entry = name === 'shell' ? 'main' : 'manifest'
  const file = join(root, 'web', name, 'src', `${entry}.tsx`)
  return {
    root: join(root, 'web', name),
    plugins: [
      plainImports,
      sharedIconMaker(),
      plugins(),
      lateWords(join(root, 'web', name)),
      builtManifest(name, (built) => [`${name}/${built}`]),
    ],
    build: buildOf(name, { [entry]: file }, isShared, partChunks(file), dist),
  }
}

/** All styles are linked by the page, so an import on demand needs no helper that loads styles along with it. */
const plainImports: Plugin = {
  name: 'doable-plain-imports',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : undefined,
}

/** How one deployable part of the web is built: `platform`, `shell` or a microfrontend. */
export const configOf = (name: string, dist: string): InlineConfig => ({
  configFile: false,
  logLevel: 'warn',
  base: `/mfe/${name}/`,
  css: { modules: { generateScopedName: '[hash:base64:5]' } },
  ...(name === 'platform' ? platform(dist) : part(name, dist)),
})
