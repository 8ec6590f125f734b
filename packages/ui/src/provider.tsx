import { i18n } from '@lingui/core'
import { I18nProvider, useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { I18nProvider as AriaLanguage } from 'react-aria-components/I18nProvider'
import './tokens.css'
import './base.css'
import { currentReader } from './format.ts'
import { spoken } from './i18n.ts'
import { Toasts } from './toasts.tsx'
import { Tooltip } from './tooltip.tsx'

/** Menus, fields and calendars of React Aria speak and count as the rest of the page does, not as the browser would. */
function OneLanguage({ children }: { children: ReactNode }) {
  const { i18n } = useLingui()
  const { language } = currentReader()
  return (
    <AriaLanguage locale={spoken(language) === i18n.locale ? language : i18n.locale}>{children}</AriaLanguage>
  )
}

/** Stands around the whole page (and around a component in a test): language, tooltip, toasts. */
export function UiProvider({ children }: { children: ReactNode }) {
  return (
    <I18nProvider i18n={i18n}>
      <OneLanguage>
        {children}
        <Toasts />
        <Tooltip />
      </OneLanguage>
    </I18nProvider>
  )
}
