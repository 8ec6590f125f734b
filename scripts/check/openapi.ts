import { Validator } from '@seriousme/openapi-schema-validator'

type Operation = {
  operationId?: string
  summary?: string
  parameters?: { name: string; in: string }[]
  responses?: Record<string, { description?: string }>
}
export type Document = { openapi: string; paths?: Record<string, Record<string, Operation>> }

const methods = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options'])

/** What is wrong with an OpenAPI document: by its own schema, and by what a reader needs beyond it. */
export async function wrongInDocument(name: string, document: Document): Promise<string[]> {
  if (!document.openapi?.startsWith('3.1.')) return [`${name}: is OpenAPI ${document.openapi}, not 3.1`]
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  const invalid = valid ? [] : [`${name}: is not valid: ${JSON.stringify(errors).slice(0, 2000)}`]
  return [...invalid, ...wrongOperations(document).map((wrong) => `${name}: ${wrong}`)]
}

function wrongOperations({ paths = {} }: Document): string[] {
  const seen = new Set<string>()
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => methods.has(method))
      .flatMap(([method, operation]) => {
        const id = operation.operationId
        const twice = id && seen.has(id) ? [`operationId ${id} is used twice`] : []
        if (id) seen.add(id)
        return [...wrongOperation(path, operation), ...twice].map((wrong) => `${method} ${path} ${wrong}`)
      }),
  )
}

function wrongOperation(
  path: string,
  { operationId, summary, parameters = [], responses = {} }: Operation,
): string[] {
  const codes = Object.keys(responses)
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const described = parameters.filter((each) => each.in === 'path').map(({ name }) => name)
  return [
    ...(operationId ? [] : ['has no operationId']),
    ...(summary ? [] : ['has no summary']),
    ...(codes.some((code) => /^[23]/.test(code)) ? [] : ['has no answer for success']),
    ...(codes.some((code) => /^4|default/.test(code)) ? [] : ['says nothing of failures']),
    ...named
      .filter((name) => !described.includes(name as string))
      .map((name) => `does not describe {${name}}`),
  ]
}
