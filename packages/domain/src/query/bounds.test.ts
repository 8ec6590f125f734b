import { expect, test } from 'vitest'
import { completions, tasks } from './cases/tasks.ts'
import { contextOf, worldOf } from './cases/world.ts'
import { compileQuery } from './compile.ts'
import type { QueryContext } from './context.ts'
import { limits } from './limits.ts'
import { parseQuery } from './parse.ts'
import { suggest } from './suggest.ts'

const world = worldOf(tasks, completions)
const usual = contextOf({})
const long = 'a'.repeat(200)
/** Names on which a pattern that goes back and tries again would take for ever. */
const context: QueryContext = {
  ...usual,
  lists: [...usual.lists, ...tasks.map(({ id }) => ({ id, name: long, memberCount: 1 }))],
}
const fill = (part: string, most = limits.characters) => part.repeat(Math.floor(most / part.length))

// Each is over in milliseconds; what took the square or a power of its length would outlast the time a test has.
test.each([
  ['wildcards', `#${'*a'.repeat(10)}b`],
  ['wildcards before a long end', `#${'*'.repeat(10)}${'a'.repeat(900)}`],
  ['terms', Array(100).fill('sun').join('|')],
  ['many days', Array(50).fill('due: last 9 days').join('|').slice(0, 985)],
  ['parentheses', '('.repeat(1000)],
  ['not', '!'.repeat(1000)],
  ['blanks', ' '.repeat(1000)],
  ['blanks in a name', `#${' '.repeat(998)}a`],
  ['backslashes', `#${'\\'.repeat(999)}`],
  ['quotes', fill('"')],
  ['signs', fill(' #')],
  ['quoted signs', fill('#"')],
  ['a phrase without an end', `due: ${'next '.repeat(199)}`],
  ['marks', `@${'\u0301\u0316'.repeat(499)}`],
  ['colons', fill(':')],
  ['days that nearly are', `due: ${'mon, '.repeat(12)}`],
  ['numbers', `due: ${'9'.repeat(59)}`],
])('%s cost no more than other texts', (_, text) => {
  const parsed = parseQuery(text)
  suggest(text, text.length, { lists: [long], sections: [], labels: [long], people: [], language: 'de' })
  if ('error' in parsed) return expect(parsed.error.end).toBeLessThanOrEqual(text.length)
  const panes = compileQuery(parsed.query, context, world)
  for (let round = 0; round < 100; round++) for (const shows of panes) tasks.filter(shows)
  expect(panes).toHaveLength(parsed.query.panes.length)
})
