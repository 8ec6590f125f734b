import { currentPerson } from '@doable/client/session'
import { activate, loadMessages } from '@doable/ui/i18n'
import { ensureTemporal } from '@doable/ui/temporal'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { parts } from './parts/parts.ts'
import { watchForNewer } from './version/newer.ts'

await ensureTemporal()
watchForNewer()
void parts.load()
await loadMessages(import.meta.glob('./locales/*.po'))
await activate(currentPerson()?.language ?? navigator.language)

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
if (import.meta.env.PROD) void navigator.serviceWorker?.register('/sw.js')
