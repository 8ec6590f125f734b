import './words.ts'
import { lazily } from '@doable/ui/lazily'
import { usePageTitle } from '@doable/ui/page-title'
import { useLingui } from '@lingui/react/macro'
import { BellRing, KeyRound, MonitorSmartphone, TriangleAlert, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { Navigate, NavLink, Route, Routes } from 'react-router'
import { Account } from './account.tsx'
import { Devices } from './devices.tsx'
import { General } from './general.tsx'
import css from './profile.module.css'
import { Security } from './security.tsx'

const Notifications = lazily(async () => (await import('../notifications/notifications.tsx')).Notifications)

/** The profile: its sections at the left, one of them at the right. */
export default function Profile() {
  const { t } = useLingui()
  usePageTitle(t`Profile`)
  return (
    <div className={css.page}>
      <h1 className={css.title}>{t`Profile`}</h1>
      <nav className={css.sections} aria-label={t`Profile sections`}>
        <Section to="general" icon={<UserRound />}>{t`General`}</Section>
        <Section to="notifications" icon={<BellRing />}>{t`Notifications`}</Section>
        <Section to="security" icon={<KeyRound />}>{t`Sign-in`}</Section>
        <Section to="devices" icon={<MonitorSmartphone />}>{t`Devices`}</Section>
        <Section to="account" icon={<TriangleAlert />}>{t`Delete account`}</Section>
      </nav>
      <div className={css.content}>
        <Routes>
          <Route path="general" element={<General />} />
          <Route path="notifications" element={<Notifications />} />
          <Route path="security" element={<Security />} />
          <Route path="devices" element={<Devices />} />
          <Route path="account" element={<Account />} />
          <Route path="*" element={<Navigate to="/profile/general" replace />} />
        </Routes>
      </div>
    </div>
  )
}

const Section = ({ to, icon, children }: { to: string; icon: ReactNode; children: ReactNode }) => (
  <NavLink to={`/profile/${to}`} className={css.section ?? ''} replace>
    {icon}
    {children}
  </NavLink>
)
