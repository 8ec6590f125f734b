import { nowAt } from '@doable/domain/calendar'
import { parseQuickAdd } from '@doable/domain/quick-add'
import { type Language, languages } from '@doable/domain/quick-add/languages'
import { deDates } from '@doable/domain/quick-add/sentences/de-dates'
import { deRepetitions } from '@doable/domain/quick-add/sentences/de-repetitions'
import { enDates } from '@doable/domain/quick-add/sentences/en-dates'
import { enReminders } from '@doable/domain/quick-add/sentences/en-reminders'
import { enRepetitions } from '@doable/domain/quick-add/sentences/en-repetitions'
import { enTokens } from '@doable/domain/quick-add/sentences/en-tokens'
import { type Figure, median, quantile } from './measure.ts'

const now = nowAt('2026-11-18T14:00:00.000Z', 'Europe/Berlin')
const members = Array.from({ length: 20 }, (_, n) => ({ id: `${n}`, name: `Person ${n}` }))
const sections = Array.from({ length: 5 }, (_, n) => ({ id: `${n}`, name: `Section ${n}` }))
const lists = Array.from({ length: 200 }, (_, n) => ({
  id: `${n}`,
  name: `List number ${n}`,
  sections,
  members,
}))
const labels = Array.from({ length: 1000 }, (_, n) => `label number ${n}`)
const read = (text: string, language: Language) =>
  parseQuickAdd(text, { now, weekStart: 1, language, lists, labels, me: members[0] })

const sentences: [string, Language][] = [
  ...[...enDates, ...enReminders, ...enRepetitions, ...enTokens].map(([text]): [string, Language] => [
    text,
    'en',
  ]),
  ...[...deDates, ...deRepetitions].map(([text]): [string, Language] => [text, 'de']),
]
/** What a line may be made of to keep a careless parser busy. */
const bits =
  'a |every |mon, |every mon, |on |at 5 |5 |#a |#List number 1|@label number |sat |p1 |"a |„a“ |\\a |{a} |1.|a|.| |every day 5 times |jeden |am 1. |alle 3 |+Person 1 |!9am |!1 day before |!|12:00 |tomorrow '.split(
    '|',
  )

function timed(work: () => unknown): number {
  const from = performance.now()
  work()
  return performance.now() - from
}
const best = (work: () => unknown) => Math.min(...Array.from({ length: 7 }, () => timed(work)))
const repeated = (bit: string, length: number) => bit.repeat(Math.ceil(length / bit.length)).slice(0, length)
const worst = (length: number) =>
  Math.max(
    ...Object.keys(languages).flatMap((language) =>
      bits.map((bit) => best(() => read(repeated(bit, length), language as Language))),
    ),
  )

/** What it costs to read lines of quick add: those that people type, and those that nobody does. */
export async function quickAdd(): Promise<Figure[]> {
  for (let round = 0; round < 20; round++) for (const [text, language] of sentences) read(text, language)
  const each = sentences.map(([text, language]) => best(() => read(text, language)))
  const floor = median(sentences.map(([text]) => best(() => [...text.matchAll(/\S+/gu)])))
  const [short, long] = [worst(1000), worst(10_000)]
  return [
    { name: `quick add: a sentence of ${each.length}, median`, value: median(each), unit: 'ms', floor },
    { name: 'quick add: a sentence, p99', value: quantile(each, 0.99), unit: 'ms', goal: '2' },
    {
      name: 'quick add: the worst line of 10,000 characters (floor: of 1,000)',
      value: long,
      unit: 'ms',
      floor: short,
      goal: '2',
    },
  ]
}
