import type { Command } from '@doable/ui/microfrontend'
import { msg } from '@lingui/core/macro'
import { Keyboard, LogOut, Moon, Sun, SunMoon } from 'lucide-react'
import { openShortcuts, openSignOut } from '../frame/asks.ts'
import { chooseTheme } from '../frame/choose-theme.ts'

const look = msg`Appearance`
const account = msg`Account`

/** What the shell itself can do. */
export const ownCommands: Command[] = [
  { id: 'light', label: msg`Light theme`, group: look, icon: <Sun />, run: () => void chooseTheme('light') },
  { id: 'dark', label: msg`Dark theme`, group: look, icon: <Moon />, run: () => void chooseTheme('dark') },
  {
    id: 'system',
    label: msg`Theme like the system`,
    group: look,
    icon: <SunMoon />,
    run: () => void chooseTheme('system'),
  },
  {
    id: 'keys',
    label: msg`Keyboard shortcuts`,
    group: account,
    icon: <Keyboard />,
    keys: '?',
    run: () => openShortcuts.say(),
  },
  { id: 'out', label: msg`Sign out`, group: account, icon: <LogOut />, run: () => openSignOut.say() },
]
