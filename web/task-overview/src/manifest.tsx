import { loadMessages } from '@doable/ui/i18n'
import { lazyPage } from '@doable/ui/lazy-page'
import type { Microfrontend } from '@doable/ui/microfrontend'
import { msg } from '@lingui/core/macro'
import { ChartNoAxesColumn } from 'lucide-react'

await loadMessages(import.meta.glob('./locales/*.po'))

export default {
  name: 'task-overview',
  routes: [{ path: '/overview', component: lazyPage(() => import('./dashboard/overview.tsx')) }],
  navigation: [
    {
      to: '/overview',
      label: msg`Overview`,
      icon: <ChartNoAxesColumn />,
      order: 40,
      goKey: 'o',
      onPhone: 3,
    },
  ],
  commands: [],
} satisfies Microfrontend
