import { defineConfig } from '@lingui/cli'

const parts = ['packages/ui', 'web/shell', 'web/task-management', 'web/task-overview', 'web/user-profile']

/** One catalog per part of the web, so that each microfrontend carries its own words and no others. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de'],
  catalogs: parts.map((part) => ({ path: `${part}/src/locales/{locale}`, include: [`${part}/src`] })),
})
