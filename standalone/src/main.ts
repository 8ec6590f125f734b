import { enableCompileCache } from 'node:module'

// Before anything else is loaded, so that all of it comes compiled from the second start on.
enableCompileCache()
const { start } = await import('./start.ts')
await start(process.argv.slice(2))
