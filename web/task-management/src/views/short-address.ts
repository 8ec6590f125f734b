import { lazyPage } from '@doable/ui/lazy-page'

/** Asked for here and not in the manifest, whose pages are fetched with the first page. */
export const ShortAddress = lazyPage(() => import('./short-page.tsx'))
