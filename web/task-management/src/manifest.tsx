import { readTaskLink, taskLink } from '@doable/domain/task-link'
import { duplicateList, newFromTemplate, openQuickAdd } from '@doable/ui/events'
import { loadMessages } from '@doable/ui/i18n'
import { lazyPage } from '@doable/ui/lazy-page'
import type { Microfrontend } from '@doable/ui/microfrontend'
import { msg } from '@lingui/core/macro'
import {
  CalendarClock,
  CalendarRange,
  Copy,
  Inbox,
  LayoutTemplate,
  ListFilter,
  Plus,
  Search,
  Trash2,
} from 'lucide-react'
import { AddBar } from './adding/add-bar.tsx'
import { Sidebar } from './sidebar/sidebar.tsx'
import { useInboxCount, useTodayCount } from './sidebar/use-counts.ts'
import { ShortAddress } from './views/short-address.ts'

await loadMessages(import.meta.glob('./locales/*.po'))

const today = taskLink({ view: 'today' })
const inbox = taskLink({ view: 'inbox' })
const upcoming = taskLink({ view: 'upcoming' })
const tasks = msg`Tasks`

/** Task management: Inbox, Today, Upcoming, lists, labels, filters, search and trash. */
const manifest: Microfrontend = {
  name: 'task-management',
  routes: [
    { path: '/tasks/*', component: lazyPage(() => import('./views/task-area.tsx')) },
    ...['/t/:code', '/l/:code'].map((path) => ({ path, component: ShortAddress })),
  ],
  navigation: [
    {
      to: inbox,
      label: msg`Inbox`,
      icon: <Inbox />,
      order: 10,
      useCount: useInboxCount,
      onPhone: 2,
      goKey: 'i',
    },
    {
      to: today,
      label: msg`Today`,
      icon: <CalendarClock />,
      order: 20,
      useCount: useTodayCount,
      onPhone: 1,
      goKey: 't',
    },
    { to: upcoming, label: msg`Upcoming`, icon: <CalendarRange />, order: 30, goKey: 'u' },
  ],
  commands: [
    {
      id: 'add-task',
      label: msg`Add task`,
      group: tasks,
      icon: <Plus />,
      keys: 'q',
      run: () => openQuickAdd.say({}),
    },
    {
      id: 'search-tasks',
      label: msg`Search all tasks`,
      group: tasks,
      icon: <Search />,
      run: (navigate) => navigate(taskLink({ view: 'search', words: '' })),
    },
    {
      id: 'add-filter',
      label: msg`New filter`,
      group: tasks,
      icon: <ListFilter />,
      run: (navigate) => navigate(taskLink({ view: 'filter', id: 'new' })),
    },
    {
      id: 'duplicate-list',
      label: msg`Duplicate this list`,
      group: tasks,
      icon: <Copy />,
      fitsPage: (path) => readTaskLink(path)?.view === 'list',
      run: () => duplicateList.say(undefined),
    },
    {
      id: 'new-from-template',
      label: msg`New list from template`,
      group: tasks,
      icon: <LayoutTemplate />,
      run: () => newFromTemplate.say({}),
    },
    {
      id: 'templates',
      label: msg`Show the templates`,
      group: tasks,
      icon: <LayoutTemplate />,
      run: (navigate) => navigate(taskLink({ view: 'templates' })),
    },
    {
      id: 'trash',
      label: msg`Show the trash`,
      group: tasks,
      icon: <Trash2 />,
      run: (navigate) => navigate(taskLink({ view: 'trash' })),
    },
  ],
  sidebar: Sidebar,
  quickAdd: AddBar,
}
export default manifest
