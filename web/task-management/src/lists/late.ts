import { lazily } from '@doable/ui/lazily'
import { opening } from '@doable/ui/opening'
import type ListMenuOf from './list-menu.tsx'

/** Fetched when it is opened, with its words. */
export const ListMenu = opening<Parameters<typeof ListMenuOf>[0]>(() => import('./list-menu.tsx'))
export const ListDialogs = lazily(async () => (await import('./list-dialogs.tsx')).ListDialogs)
