import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Swagger UI sets style attributes; its scripts are files of ours. */
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"
const assets = join(dirname(fileURLToPath(import.meta.resolve('@fastify/swagger-ui'))), 'static')

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Doable: API</title>
<link rel="icon" href="/api/docs/ui/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/ui/swagger-ui.css">
</head>
<body><div id="page"></div>
<script src="/api/docs/ui/swagger-ui-bundle.js"></script>
<script src="/api/docs/ui/swagger-ui-standalone-preset.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`

const script = (services: string[]) => `SwaggerUIBundle({
  urls: ${JSON.stringify(services.map((name) => ({ name, url: `/api/docs/${name}.json` })))},
  dom_id: '#page',
  deepLinking: true,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
})
`

/** `/api/docs`: one page for the documents of all services. */
export function docsPage(services: string[]) {
  return async (app: FastifyInstance): Promise<void> => {
    await app.register(fastifyStatic, {
      root: assets,
      prefix: '/api/docs/ui/',
      index: false,
      decorateReply: false,
    })
    app.get('/api/docs', async (_request, reply) => {
      reply.type('text/html; charset=utf-8').header('content-security-policy', policy)
      return page
    })
    app.get('/api/docs/start.js', async (_request, reply) => {
      reply.type('text/javascript; charset=utf-8')
      return script(services)
    })
  }
}
