import { enableCompileCache } from 'node:module'

// Before anything else is loaded, so that all of it comes compiled from the second time on.
enableCompileCache()
const { main } = await import('./command-line.ts')
await main(process.argv.slice(2))
