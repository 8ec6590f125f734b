import { expect, test } from 'vitest'
import { noteRoutes } from '../fixtures/note/note.ts'
import { openApiOf } from './openapi.ts'

test('the document names every route, its parts and the schemas it uses, and is the same each time', async () => {
  const document = await openApiOf('note', noteRoutes)
  const paths = document.paths as Record<string, Record<string, { operationId: string; security: unknown[] }>>
  const named = Object.values(paths).flatMap((methods) =>
    Object.values(methods).map((one) => one.operationId),
  )
  expect(named.sort()).toEqual(Object.keys(noteRoutes).sort())
  expect(paths['/api/notes/{id}']?.get?.security).toEqual([{ cookie: [] }, { bearer: [] }])
  expect(paths['/api/notes/session']?.post?.security).toEqual([])
  expect(Object.keys(document.components?.schemas ?? {})).toEqual(['Note', 'Problem'])
  expect(document.openapi).toBe('3.1.0')
  expect(JSON.stringify(await openApiOf('note', noteRoutes))).toBe(JSON.stringify(document))
})
