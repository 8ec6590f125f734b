import { readdir, readFile } from 'node:fs/promises'

const folder = new URL('../../docs/api/', import.meta.url)
type Schema = Record<string, unknown>
/** An operation of an emitted OpenAPI document, flattened to what the tests ask about. */
export type Operation = {
  service: string
  method: string
  path: string
  isPublic: boolean
  body: Schema | undefined
  query: string[]
}

type Document = {
  /** Schemas of events have none. */
  paths?: Record<
    string,
    Record<
      string,
      {
        security?: unknown[]
        parameters?: { name: string; in: string }[]
        requestBody?: { content: Record<string, { schema: Schema }> }
      }
    >
  >
}

/** Every operation of every service, read from the documents that are published. */
export async function operations(): Promise<Operation[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const documents = files.map(async (file) => {
    const { paths = {} } = JSON.parse(await readFile(new URL(file, folder), 'utf8')) as Document
    return Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => ({
        service: file.replace('.json', ''),
        method: method.toUpperCase(),
        path,
        isPublic: described.security !== undefined && described.security.length === 0,
        body: described.requestBody?.content['application/json']?.schema,
        query: (described.parameters ?? []).filter((each) => each.in === 'query').map((each) => each.name),
      })),
    )
  })
  return (await Promise.all(documents)).flat()
}
