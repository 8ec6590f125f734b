import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Config, environment } from '@doable/service-kit/config'
import { dialectFor } from '@doable/service-kit/database'
import { run } from '@doable/service-kit/run'
import { demoPassword, demoPeople } from '@doable/user-service/demo'
import type { FastifyInstance } from 'fastify'
import { help, readArguments } from './arguments.ts'
import { dailyBackup } from './daily-backup.ts'
import { docsPage } from './docs-page.ts'
import { services } from './services.ts'
import { web } from './web.ts'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

/** `npm start`: all services and the built web in one process. */
export async function start(words: string[]): Promise<void> {
  try {
    const { help: asked, demo, env } = readArguments(words)
    if (asked) return void process.stdout.write(help)
    await run(services, {
      env: { NODE_ENV: 'production', ...environment(), ...env },
      seed: demo,
      plugins: [docsPage(services.map(({ name }) => name)), web(dist), dailyBackup],
      listening: (app, config) => greet(app, config, demo),
    })
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}

function greet(app: FastifyInstance, config: Config, demo: boolean): void {
  const { port } = app.server.address() as AddressInfo
  const address = config.port === 0 ? `http://localhost:${port}` : config.publicUrl.origin
  console.log(`Doable is at ${address}`)
  console.log(`Its data is in ${dialectFor(config.databaseUrl).place(config.databaseUrl)}`)
  if (demo) console.log(`Sign in as ${demoPeople[0]?.email} with the password "${demoPassword}"`)
  console.log('Stop it with Ctrl-C')
}
