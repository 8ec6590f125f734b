import { Problem } from '@doable/contracts/common'
import type { Route } from '@doable/contracts/route'
import swagger from '@fastify/swagger'
import Fastify from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'

type Table = Record<string, Route>
type Document = { components?: { schemas?: Record<string, unknown> } } & Record<string, unknown>

const signIn = {
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'sid',
    description: '`__Host-sid` where Doable runs under https',
  },
  bearer: { type: 'http', scheme: 'bearer', description: 'The secret of a session, for scripts' },
} as const

/** The OpenAPI 3.1 document of a service, made from its routes; the same routes give the same text. */
export async function openApiOf(service: string, table: Table): Promise<Document> {
  const app = Fastify()
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => () => '')
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: `Doable: ${service} service`,
        version: '1',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      tags: [{ name: service }],
      components: { securitySchemes: signIn },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(async (scope) => {
    for (const [name, route] of Object.entries(table)) describe(scope, service, name, route)
  })
  await app.ready()
  const document = JSON.parse(JSON.stringify(app.swagger())) as Document
  await app.close()
  return onlyUsed(document)
}

function describe(app: ReturnType<typeof Fastify>, service: string, name: string, route: Route): void {
  const { method, path, summary, params, query, body, status, access } = route
  const schema = {
    operationId: name,
    summary,
    tags: [service],
    security: access === 'public' ? [] : [{ cookie: [] }, { bearer: [] }],
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
    response: { [status]: success(route), ...failures(route), default: failure('Any other failure') },
  }
  app.route({ method, url: path, exposeHeadRoute: false, schema, handler: async () => undefined })
}

const failure = (description: string) => ({
  description: `${description} (RFC 9457)`,
  content: { 'application/problem+json': { schema: Problem } },
})

/** What a caller has to expect of any route described like this one. */
function failures({ method, params, query, body, access }: Route) {
  return {
    ...((params || query || body) && { 400: failure('The request does not match the contract') }),
    ...(access !== 'public' && { 401: failure('Nobody is signed in') }),
    ...(method !== 'GET' && { 403: failure('A browser sent it from a foreign site') }),
    ...((params || access === 'administrator') && {
      404: failure('There is no such thing, or it is not yours to see'),
    }),
  }
}

/** `null` stands for an answer without a body. */
function success({ ok, produces }: Route) {
  const description = 'Done'
  if (ok) return { description, content: { 'application/json': { schema: ok } } }
  if (produces) return { description, content: { [produces]: { schema: z.string() } } }
  return z.null().meta({ description })
}

/** The schemas with a name are those of all contracts in the process: keeps what this document refers to. */
function onlyUsed(document: Document): Document {
  const { schemas = {}, ...components } = document.components ?? {}
  const used = new Set<string>()
  const visit = (value: unknown) => {
    for (const [, name = ''] of JSON.stringify(value ?? null).matchAll(
      /"#\/components\/schemas\/([^"]+)"/g,
    )) {
      if (used.has(name)) continue
      used.add(name)
      visit(schemas[name])
    }
  }
  visit(document.paths)
  const kept = Object.entries(schemas).filter(([name]) => used.has(name))
  kept.sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...document, components: { ...components, schemas: Object.fromEntries(kept) } }
}
