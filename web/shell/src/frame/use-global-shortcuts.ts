import { openPalette, openQuickAdd } from '@doable/ui/events'
import { type Shortcut, useShortcuts } from '@doable/ui/shortcuts'
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from 'react-router'
import { openShortcuts } from './asks.ts'
import { useEntries } from './use-entries.ts'

/** The keys that work on every page. */
export function useGlobalShortcuts(onFold: () => void): void {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const everywhere = t`Everywhere`
  const go = useEntries().flatMap((entry): Shortcut[] => {
    if (!entry.goKey) return []
    const place = i18n._(entry.label)
    const run = () => void navigate(entry.to)
    return [{ keys: `g ${entry.goKey}`, description: t`Go to ${place}`, group: t`Go`, run }]
  })
  const find = () => openPalette.say({})
  useShortcuts([
    { keys: 'q', description: t`Add task`, group: everywhere, run: () => openQuickAdd.say({}) },
    { keys: 'mod+k', description: t`Search and commands`, group: everywhere, run: find, evenInFields: true },
    { keys: '/', description: t`Search and commands`, group: everywhere, run: find },
    { keys: '?', description: t`Keyboard shortcuts`, group: everywhere, run: () => openShortcuts.say() },
    { keys: '[', description: t`Fold or show navigation`, group: everywhere, run: onFold },
    ...go,
    { keys: 'g p', description: t`Go to profile`, group: t`Go`, run: () => void navigate('/profile') },
  ])
}
