import type { Plugin } from 'vite'

const id = '\0doable-icon-maker'

/** Lets the icons of a part use the shared maker of icons instead of a copy of their own. */
export const sharedIconMaker = (): Plugin => ({
  name: 'doable-icon-maker',
  enforce: 'pre',
  resolveId: (source, importer) =>
    importer?.includes('/lucide-react/') && source.endsWith('/createLucideIcon.mjs') ? id : undefined,
  load: (wanted) =>
    wanted === id ? `export { createLucideIcon as default } from '@doable/ui/icon-maker'` : undefined,
})
