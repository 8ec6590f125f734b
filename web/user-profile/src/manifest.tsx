import { loadMessages } from '@doable/ui/i18n'
import { lazyPage } from '@doable/ui/lazy-page'
import type { Microfrontend } from '@doable/ui/microfrontend'
import { msg } from '@lingui/core/macro'
import { BellRing, KeyRound, MonitorSmartphone, ShieldCheck, UserRound } from 'lucide-react'

await loadMessages(import.meta.glob('./locales/*.po'))

const group = msg`Profile`
const status = lazyPage(() => import('./administration/status.tsx'))
const goTo = (to: string) => (navigate: (to: string) => void) => navigate(to)

export default {
  name: 'user-profile',
  routes: [
    { path: '/profile/*', component: lazyPage(() => import('./pages/profile.tsx')) },
    {
      path: '/administration',
      component: lazyPage(() => import('./administration/administration.tsx')),
    },
    { path: '/administration/status', component: status },
    { path: '/status', component: status },
  ],
  navigation: [
    {
      to: '/administration',
      label: msg`Administration`,
      icon: <ShieldCheck />,
      order: 80,
      administrators: true,
    },
    { to: '/profile', label: msg`Profile`, icon: <UserRound />, order: 90, goKey: 'p' },
  ],
  commands: [
    {
      id: 'profile',
      label: msg`Open my profile`,
      group,
      icon: <UserRound />,
      keys: 'g p',
      run: goTo('/profile'),
    },
    {
      id: 'profile-notifications',
      label: msg`Notification settings`,
      group,
      icon: <BellRing />,
      run: goTo('/profile/notifications'),
    },
    {
      id: 'profile-security',
      label: msg`Change e-mail or password`,
      group,
      icon: <KeyRound />,
      run: goTo('/profile/security'),
    },
    {
      id: 'profile-devices',
      label: msg`Signed-in devices`,
      group,
      icon: <MonitorSmartphone />,
      run: goTo('/profile/devices'),
    },
  ],
} satisfies Microfrontend
