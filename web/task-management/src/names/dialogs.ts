import { lazily } from '@doable/ui/lazily'

/** The dialogs that name things, fetched when the first one opens. */
export const NameDialog = lazily(async () => (await import('./name-dialog.tsx')).NameDialog)
export const NamedDialog = lazily(async () => (await import('./named-dialog.tsx')).NamedDialog)
