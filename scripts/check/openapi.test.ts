import { expect, test } from 'vitest'
import { type Document, wrongInDocument } from './openapi.ts'

const good = {
  openapi: '3.1.0',
  info: { title: 'Tasks', version: '1' },
  paths: {
    '/api/tasks/{id}': {
      get: {
        operationId: 'readTask',
        summary: 'Read a task',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { 200: { description: 'The task' }, 404: { description: 'No such task' } },
      },
    },
  },
}
const wrong = (change: (operation: Record<string, unknown>) => void) => {
  const document = structuredClone(good)
  change(document.paths['/api/tasks/{id}'].get)
  return wrongInDocument('task', document as Document)
}

test('a good document has nothing wrong', async () => {
  expect(await wrongInDocument('task', good)).toEqual([])
})

test.each([
  ['summary', 'has no summary'],
  ['operationId', 'has no operationId'],
  ['parameters', 'does not describe {id}'],
])('an operation without %s is found', async (key, words) => {
  expect(await wrong((operation) => delete operation[key])).toEqual([`task: get /api/tasks/{id} ${words}`])
})

test('an operation that never fails is not believed', async () => {
  const answers = { 200: { description: 'The task' } }
  expect(await wrong((operation) => Object.assign(operation, { responses: answers }))).toEqual([
    'task: get /api/tasks/{id} says nothing of failures',
  ])
})

test('what the OpenAPI schema refuses is found', async () => {
  const found = await wrong((operation) => Object.assign(operation, { responses: { 200: {}, 404: {} } }))
  expect(found).toEqual([expect.stringMatching(/^task: is not valid: .*description/)])
})

test('another version is refused', async () => {
  expect(await wrongInDocument('task', { openapi: '3.0.3' })).toEqual(['task: is OpenAPI 3.0.3, not 3.1'])
})

test('an operationId belongs to one operation', async () => {
  const document = { ...good, paths: { ...good.paths, '/api/x/{id}': good.paths['/api/tasks/{id}'] } }
  expect(await wrongInDocument('task', document)).toEqual([
    'task: get /api/x/{id} operationId readTask is used twice',
  ])
})
