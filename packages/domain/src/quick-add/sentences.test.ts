import { expect, test } from 'vitest'
import type { Language } from './languages.ts'
import { deDates } from './sentences/de-dates.ts'
import { deEveryday } from './sentences/de-everyday.ts'
import { deEverydayTraps } from './sentences/de-everyday-traps.ts'
import { deRepetitions } from './sentences/de-repetitions.ts'
import { deTokens } from './sentences/de-tokens.ts'
import { deTraps } from './sentences/de-traps.ts'
import { enDates } from './sentences/en-dates.ts'
import { enEscapes } from './sentences/en-escapes.ts'
import { enEveryday } from './sentences/en-everyday.ts'
import { enEverydayTraps } from './sentences/en-everyday-traps.ts'
import { enReminders } from './sentences/en-reminders.ts'
import { enRepetitions } from './sentences/en-repetitions.ts'
import { enTokens } from './sentences/en-tokens.ts'
import { enTraps } from './sentences/en-traps.ts'
import { enWordTraps } from './sentences/en-word-traps.ts'
import type { Sentence } from './sentences/sentence.ts'
import { parse, shown } from './testing.ts'

const of = (language: Language, ...tables: (readonly Sentence[])[]) =>
  tables.flat().map(([text, expected]) => [language, text, expected] as const)
const traps = (language: Language, ...tables: (readonly string[])[]) =>
  tables.flat().map((text) => [language, text] as const)

const understood = [
  ...of('en', enDates, enRepetitions, enTokens, enReminders, enEscapes, enEveryday),
  ...of('de', deDates, deRepetitions, deTokens, deEveryday),
]
const left = [...traps('en', enTraps, enWordTraps, enEverydayTraps), ...traps('de', deTraps, deEverydayTraps)]

test.each(understood)('%s: %s → %s', (language, text, expected) => {
  expect(shown(text, { language })).toBe(expected)
})

test.each(left)('%s: %s stays text', (language, text) => {
  const { title, tokens } = parse(text, { language })
  expect(tokens).toEqual([])
  expect(title).toBe(text)
})

test('no sentence stands in the tables twice', () => {
  const all = [...understood, ...left].map(([language, text]) => `${language} ${text}`)
  expect(all.filter((each, at) => all.indexOf(each) !== at)).toEqual([])
})
