import type { NavigationEntry } from '@doable/ui/microfrontend'
import { useMemo } from 'react'
import { useParts } from '../parts/use-parts.ts'

/** The entries of all microfrontends in their order. The profile is reached through the account menu. */
export function useEntries(): NavigationEntry[] {
  const { loaded } = useParts()
  return useMemo(
    () =>
      loaded
        .flatMap((part) => part.navigation)
        .filter((entry) => entry.order < 90)
        .sort((a, b) => a.order - b.order),
    [loaded],
  )
}
