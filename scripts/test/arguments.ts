import { parseArgs } from 'node:util'

export const kinds = ['check', 'unit', 'service', 'crash', 'fleet', 'browser'] as const
export type Kind = (typeof kinds)[number]
export type Request = { only: Kind[]; filters: string[] }

/**
 * Reads `npm test [filters] [--only kind]`. Filters leave the checks out, as those know no file names.
 * @throws an Error of one sentence
 */
export function readArguments(words: string[]): Request {
  const options = { only: { type: 'string', multiple: true } } as const
  const { values, positionals: filters } = parseArgs({ args: words, options, allowPositionals: true })
  const only = (values.only ?? []).flatMap((each) => each.split(','))
  const unknown = only.find((each) => !kinds.includes(each as Kind))
  if (unknown) throw new Error(`--only takes ${kinds.join(', ')}, not "${unknown}".`)
  if (only.length) return { only: only as Kind[], filters }
  return { only: filters.length ? kinds.filter((kind) => kind !== 'check') : [...kinds], filters }
}
