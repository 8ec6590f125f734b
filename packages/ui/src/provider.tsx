import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import type { ReactNode } from 'react'
import './tokens.css'
import './base.css'
import { Toasts } from './toasts.tsx'
import { Tooltip } from './tooltip.tsx'

/** Stands around the whole page (and around a component in a test): language, tooltip, toasts. */
export function UiProvider({ children }: { children: ReactNode }) {
  return (
    <I18nProvider i18n={i18n}>
      {children}
      <Toasts />
      <Tooltip />
    </I18nProvider>
  )
}
