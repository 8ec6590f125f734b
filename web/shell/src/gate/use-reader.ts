import { refreshPerson } from '@doable/client/session'
import type { User } from '@doable/contracts/user'
import { personChanged } from '@doable/ui/events'
import { formatFor } from '@doable/ui/format'
import { activate } from '@doable/ui/i18n'
import { applyTheme } from '@doable/ui/theme'
import { useEffect, useMemo } from 'react'

/** The page speaks, reckons and looks as the person's profile says. */
export function useReader({ language, timeZone, theme }: User): void {
  // Before the first child draws a date, hence not an effect.
  useMemo(() => formatFor({ language: regional(language), timeZone }), [language, timeZone])
  useEffect(() => void activate(language), [language])
  useEffect(() => applyTheme(theme), [theme])
  useEffect(() => personChanged.hear(() => void refreshPerson()), [])
}

/** The browser's own variant of the language, such as `en-GB`, because it knows how its person writes days. */
const regional = (language: string): string =>
  navigator.languages?.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? language
