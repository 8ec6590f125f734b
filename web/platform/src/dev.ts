// node web/platform/src/dev.ts [--port 3000]: the whole web from source with Fast Refresh, and a server behind it.
import { spawn } from 'node:child_process'
import { createServer as createSocket } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createServer, type Plugin } from 'vite'
import { microfrontends } from './configs.ts'
import { plugins } from './plugins.ts'
import { root } from './shared.ts'

const icon = '/web/platform/src/static/icon.svg'

/** The page as `compose.ts` makes it, but with every part's source in the import map. */
function page(): string {
  const names = microfrontends()
  const imports = Object.fromEntries(
    names.map((name) => [`${name}/manifest`, `/web/${name}/src/manifest.tsx`]),
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="microfrontends" content="${names.join(' ')}">
<title>Doable</title>
<link rel="icon" href="${icon}">
<style>@layer reset, tokens, ui, app;</style>
<script type="importmap">${JSON.stringify({ imports })}</script>
</head>
<body><div id="root"></div><script type="module" src="/web/shell/src/main.tsx"></script></body>
</html>`
}

/** Answers every address that a person opens with the page. */
const servePage: Plugin = {
  name: 'doable-page',
  configureServer: (server) => () => {
    server.middlewares.use(async (request, response) => {
      const html = await server.transformIndexHtml(request.originalUrl ?? '/', page())
      response.writeHead(200, { 'content-type': 'text/html' }).end(html)
    })
  },
}

/** A port that nobody listens on right now. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = createSocket().once('error', reject)
    socket.listen(0, '127.0.0.1', () => {
      const address = socket.address()
      socket.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Starts the application behind the page; it ends with us. */
async function startServer(): Promise<string> {
  const port = await freePort()
  const entry = join(root, 'standalone/src/main.ts')
  const child = spawn(
    process.execPath,
    ['--watch', entry, '--port', String(port), '--data', join(root, 'data')],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  process.on('exit', () => child.kill())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0))
  return `http://127.0.0.1:${port}`
}

/** Serves the web from source; `api` is the address of a running application, otherwise one is started. */
export async function dev({ port = 3000, api }: { port?: number; api?: string } = {}) {
  const target = api ?? (await startServer())
  const server = await createServer({
    configFile: false,
    root,
    appType: 'custom',
    plugins: [plugins(), servePage],
    cacheDir: join(root, 'node_modules/.vite-web'),
    optimizeDeps: { entries: ['web/*/src/main.tsx', 'web/*/src/manifest.tsx'] },
    server: { port, proxy: { '/api': { target, changeOrigin: false } } },
  })
  await server.listen()
  server.printUrls()
  return server
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { port: { type: 'string' }, api: { type: 'string' } } })
  await dev({ ...(values.port && { port: Number(values.port) }), ...(values.api && { api: values.api }) })
}
