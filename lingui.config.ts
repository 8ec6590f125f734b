import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

const parts = ['packages/ui', 'web/shell', 'web/task-management', 'web/task-overview', 'web/user-profile']

/** One catalog per part of the web, so that each microfrontend carries its own words and no others. */
export default defineConfig({
  // Where a text stands is found by searching; a line number would change the catalog with every edit.
  format: formatter({ lineNumbers: false, origins: false }),
  sourceLocale: 'en',
  locales: ['en', 'de'],
  catalogs: parts.map((part) => ({ path: `${part}/src/locales/{locale}`, include: [`${part}/src`] })),
})
