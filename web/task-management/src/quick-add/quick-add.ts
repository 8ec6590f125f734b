import { lazily } from '@doable/ui/lazily'

/** The line that understands what is typed, fetched with its words and grammars when the first one opens. */
export const QuickAdd = lazily(async () => (await import('./quick-add-form.tsx')).QuickAddForm)
