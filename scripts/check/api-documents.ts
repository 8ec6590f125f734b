import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './check.ts'
import { eventFiles } from './event-documents.ts'
import { filesBelow } from './files.ts'
import { type Document, wrongInDocument } from './openapi.ts'
import { root } from './tool.ts'

const folder = join(root, 'docs/api')

/**
 * The documents as the running system serves them, by file name. The services are loaded only now: one that
 * cannot be loaded fails this check and not all of them.
 */
async function served(): Promise<Map<string, Document>> {
  const { startServices } = await import('@doable/service-kit/testing')
  const { services } = await import('@doable/standalone/services')
  const { app, stop } = await startServices(services)
  const documents = new Map<string, Document>()
  for (const { name } of services) {
    const answer = await app.inject(`/api/docs/${name}.json`)
    documents.set(`${name}.json`, answer.json<Document>())
  }
  await stop()
  return documents
}

const textOf = (document: Document) => `${JSON.stringify(document, null, 2)}\n`

function stale(file: string, document: Document): string[] {
  const path = join(folder, file)
  if (!existsSync(path)) return [`docs/api/${file} is missing: npm run check -- --fix writes it`]
  const same = readFileSync(path, 'utf8') === textOf(document)
  return same ? [] : [`docs/api/${file} is not what the service says: npm run check -- --fix writes it`]
}

/** `docs/api` holds what the services serve, and that is valid and complete. */
export const apiDocuments: Check = {
  name: 'OpenAPI documents',
  run: async () => {
    const documents = await served()
    const known = new Set([...documents.keys(), ...eventFiles])
    const left = filesBelow(folder).filter((file) => file.endsWith('.json') && !known.has(file))
    const wrong = [...documents].map(async ([file, document]) => [
      ...stale(file, document),
      ...(await wrongInDocument(file, document)),
    ])
    return [
      ...left.map((file) => `docs/api/${file} belongs to no service`),
      ...(await Promise.all(wrong)).flat(),
    ]
  },
  fix: async () => {
    mkdirSync(folder, { recursive: true })
    for (const [file, document] of await served()) writeFileSync(join(folder, file), textOf(document))
  },
}
