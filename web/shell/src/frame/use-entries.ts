import { usePerson } from '@doable/client/react'
import type { NavigationEntry } from '@doable/ui/microfrontend'
import { useMemo } from 'react'
import { useParts } from '../parts/use-parts.ts'

/** The entries of all microfrontends in their order. The profile is reached through the account menu. */
export function useEntries(): NavigationEntry[] {
  const { loaded } = useParts()
  const isAdministrator = usePerson()?.administrator ?? false
  return useMemo(
    () =>
      loaded
        .flatMap((part) => part.navigation)
        .filter((entry) => entry.order < 90 && (isAdministrator || !entry.administrators))
        .sort((a, b) => a.order - b.order),
    [loaded, isAdministrator],
  )
}
