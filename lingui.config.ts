import { globSync } from 'node:fs'
import { dirname, sep } from 'node:path'
import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

/**
 * One catalog per `locales` folder, for the source around it: each part of the web carries its own words, and within a part
 * a folder that is loaded late has its words loaded along with it instead of on the first page.
 */
const folders = globSync('{packages,web}/*/src/**/locales', { cwd: import.meta.dirname })
  .map((folder) => dirname(folder).split(sep).join('/'))
  .sort()
const catalogOf = (folder: string) => ({
  path: `${folder}/locales/{locale}`,
  include: [folder],
  exclude: folders.filter((other) => other.startsWith(`${folder}/`)).map((other) => `${other}/**`),
})

export default defineConfig({
  // Where a text stands is found by searching; a line number would change the catalog with every edit.
  format: formatter({ lineNumbers: false, origins: false }),
  sourceLocale: 'en',
  locales: ['en', 'de'],
  catalogs: folders.map(catalogOf),
})
