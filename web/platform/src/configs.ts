import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import type { InlineConfig, Plugin } from 'vite'
import { builtManifest } from './built.ts'
import { platformEntries, sharedEntries } from './entries.ts'
import { sharedIconMaker } from './icons.ts'
import { installable } from './install.ts'
import { plugins } from './plugins.ts'
import { isFirst, isShared, root } from './shared.ts'

/** The microfrontends of this repository: every folder under `web/` that has a manifest. */
export const microfrontends = (): string[] =>
  readdirSync(join(root, 'web')).filter((name) => existsSync(join(root, 'web', name, 'src/manifest.tsx')))

const output = {
  entryFileNames: '[name]-[hash].js',
  chunkFileNames: '[name]-[hash].js',
  assetFileNames: '[name]-[hash][extname]',
}

/** One file of words per language. */
const words = (id: string) => {
  const [, language] = /\/(\w+)\.po$/.exec(id) ?? []
  return language ? `words-${language}` : null
}

/** Keeps what the first page needs in few files, and every library that later pages share in one of its own. */
const codeSplitting = {
  groups: [
    { name: words, debugName: 'words' },
    { name: 'first', test: isFirst },
    { name: 'icon', test: /lucide-react\/dist\/esm\/(?!icons\/)/ },
    { name: 'libraries', test: /node_modules\/(react|react-dom|scheduler|react-router|@lingui)\// },
    {
      name: 'overlays',
      test: /node_modules\/(react-aria|react-aria-components|react-stately|@internationalized)\//,
    },
  ],
}

const buildOf = (
  name: string,
  input: Record<string, string>,
  external: (id: string) => boolean,
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
      { ...locales, enforce: 'pre' },
      plugins(),
      sharedEntries(specifiers),
      plugin,
      builtManifest('platform', (entry) => specifiers[entry] ?? [], links),
    ],
    build: buildOf('platform', input, () => false, dist),
  }
}

function part(name: string, dist: string): InlineConfig {
  const entry = name === 'shell' ? 'main' : 'manifest'
  return {
    root: join(root, 'web', name),
    plugins: [sharedIconMaker(), plugins(), builtManifest(name, (built) => [`${name}/${built}`])],
    build: buildOf(name, { [entry]: join(root, 'web', name, 'src', `${entry}.tsx`) }, isShared, dist),
  }
}

/** How one deployable part of the web is built: `platform`, `shell` or a microfrontend. */
export const configOf = (name: string, dist: string): InlineConfig => ({
  configFile: false,
  logLevel: 'warn',
  base: `/mfe/${name}/`,
  ...(name === 'platform' ? platform(dist) : part(name, dist)),
})
