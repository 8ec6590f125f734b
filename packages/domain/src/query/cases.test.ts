import { expect, test } from 'vitest'
import { comments, completions, tasks } from './cases/tasks.ts'
import { contextOf, keyOf, type Setting, worldOf } from './cases/world.ts'
import { cases } from './cases.ts'
import { compileQuery } from './compile.ts'
import { parseQuery } from './parse.ts'
import { writeQuery } from './write.ts'

const world = worldOf(tasks, completions, comments)
const table = cases.map(([query, shows, setting = {}]) => ({ query, shows, setting }))
const sorted = (keys: string) => keys.split(' ').filter(Boolean).sort()

function shown(text: string, setting: Setting): string[][] {
  const parsed = parseQuery(text)
  if ('error' in parsed) throw new Error(JSON.stringify(parsed.error))
  const panes = compileQuery(parsed.query, contextOf(setting), world)
  return panes.map((shows) =>
    sorted(
      tasks
        .filter(shows)
        .map(({ id }) => keyOf(id))
        .join(' '),
    ),
  )
}

test('the table is long enough to be trusted, and says everything once', () => {
  expect(cases.length).toBeGreaterThan(300)
  expect(new Set(cases.map(([query, , setting]) => JSON.stringify([query, setting]))).size).toBe(cases.length)
})

test.each(table)('$query shows $shows $setting', ({ query, shows, setting }) => {
  expect(shown(query, setting)).toEqual(shows.split(', ').map(sorted))
})

test.each(table)('$query is written so that it shows the same $setting', ({ query, shows, setting }) => {
  const parsed = parseQuery(query)
  const text = 'query' in parsed ? writeQuery(parsed.query) : ''
  expect(shown(text, setting)).toEqual(shows.split(', ').map(sorted))
  expect(parseQuery(text)).toMatchObject({ query: 'query' in parsed && parsed.query })
})
