import type { FastifyInstance } from 'fastify'
import { problem } from './problem.ts'

/** The routes a service has mounted, by name. */
export const tableOf = (app: FastifyInstance, service: string) =>
  Object.fromEntries(
    app.mounted.filter((one) => one.service === service).map(({ name, route }) => [name, route]),
  )

async function make(app: FastifyInstance, service: string) {
  const { openApiOf } = await import('./openapi.ts')
  return openApiOf(service, tableOf(app, service))
}

/** `/api/docs/<service>.json`: made when first asked for, so that it costs nothing at start. */
export function apiDocs(app: FastifyInstance, services: string[]): void {
  const made = new Map<string, Promise<unknown>>()
  app.get<{ Params: { file: string } }>('/api/docs/:file.json', async ({ params }) => {
    const service = params.file
    if (!services.includes(service)) throw problem(404, 'no-such-page')
    const document = made.get(service) ?? make(app, service)
    made.set(service, document)
    return document
  })
}
