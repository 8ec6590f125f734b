import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventSchema, liveSchema } from '@doable/contracts/event-schema'
import type { Check } from './check.ts'
import { root } from './tool.ts'

const textOf = (schema: object) => `${JSON.stringify(schema, null, 2)}\n`
const documents: Record<string, () => string> = {
  'events.json': () => textOf(eventSchema()),
  'live.json': () => textOf(liveSchema()),
}
/** Their names in `docs/api`. */
export const eventFiles = Object.keys(documents)
const place = (file: string) => join(root, 'docs/api', file)

/** `docs/api` says what events are, as the contracts do. */
export const eventDocuments: Check = {
  name: 'schemas of events',
  run: () =>
    eventFiles.flatMap((file) => {
      const same = existsSync(place(file)) && readFileSync(place(file), 'utf8') === documents[file]?.()
      return same ? [] : [`docs/api/${file} is not what the contracts say: npm run check -- --fix writes it`]
    }),
  fix: () => {
    for (const [file, text] of Object.entries(documents)) writeFileSync(place(file), text())
  },
}
