import { anyDay, counted, fullDays, month, monthWords, numbers, parts, unit, weekday } from './de-words.ts'
import type { RepeatPattern } from './grammar.ts'
import { every, numbered, onDate, onWeekdays, onWorkdays } from './repeat.ts'

export const repeated = [
  anyDay,
  monthWords,
  'werktage?|arbeitstage?|tage?|wochen?|wochenende|monate?s?|jahre?|stunden?|minuten?|früh|morgen|mittag|abend|nachmittag',
  'erste[nrs]?|zweite[nrs]?|dritte[nrs]?|letzte[nrs]?|andere[nrs]?|am|um|und|&|ab|bis|im|zum|heute|uhr',
  '\\d{1,2}(?::\\d\\d)?~uhr|\\d{1,2}:\\d\\d|\\d{1,2}\\.(?:\\d{1,2}\\.(?:\\d{4})?)?|\\d+|\\d{4}-\\d\\d-\\d\\d',
  ...numbers,
].join('|')
const listed = `(?<days>(?:${anyDay})(?:(?:,~| und |, und | & )(?:${anyDay}))*)`
const pluralDays = `(?<days>(?:${fullDays})s(?:(?:,~| und |, und | & )(?:${fullDays})s)*)`
const readListed = (days = '') =>
  days
    .split(/,\s*|\s+(?:und|&)\s+/iu)
    .map((word) => weekday(word.replace(/^und\s+/iu, '')))
    .filter((day) => day > 0)
const head = '(?:jede[nrsm]?(?<bang>!)?)'
const all = '(?:(?:alle|jede[nrsm]?)(?<bang>!)?)'
const ordinals = ['erste', 'zweite', 'dritte', 'vierte', 'fünfte']
const place = `(?<nth>(?:${ordinals.join('|')}|letzte)[nrsm]?|\\d{1,2}\\.)`
const nthOf = (word = '') =>
  /^letzte/i.test(word)
    ? -1
    : /^\d/.test(word)
      ? Number.parseInt(word, 10)
      : ordinals.findIndex((ordinal) => word.toLowerCase().startsWith(ordinal)) + 1
const what = (word = '') =>
  /^(?:werk|arbeits)tag/i.test(word) ? 'workday' : /^tag/i.test(word) ? 'day' : weekday(word)
const frequency = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const
const freq = (word: string | undefined) => frequency[unit(word) as keyof typeof frequency]
/** A quarter is three months. */
const everyUnit = (word = '', interval: number) =>
  /^q/i.test(word) ? every('MONTHLY', 3 * interval) : every(freq(word), interval)
const adverbs = {
  täglich: every('DAILY'),
  wöchentlich: every('WEEKLY'),
  monatlich: every('MONTHLY'),
  vierteljährlich: every('MONTHLY', 3),
  halbjährlich: every('MONTHLY', 6),
  jährlich: every('YEARLY'),
  werktags: onWorkdays,
}
const inMonth = '(?: (?:im|des|jeden) Monats?)?'
const partsOfDay = 'morgen|vormittag|mittag|nachmittag|abend'
/** From the longer to the shorter, so that "jeden 3. Freitag" is not "jeden 3.". */
export const repeats: RepeatPattern[] = [
  {
    like: `${all} (?:(?<n>\\d{1,3}|${numbers.join('|')}) )?monate? am ${place}(?: (?<w>${anyDay}|werktag|arbeitstag|tag))?`,
    read: ({ n, nth, w }) =>
      numbered(nthOf(nth), w === undefined ? 'day' : what(w), n === undefined ? 1 : counted(n)),
  },
  {
    like: `${all} (?:(?<n>\\d{1,3}|${numbers.join('|')}) )?wochen? am ${listed}`,
    read: ({ n, days }) => onWeekdays(readListed(days), n === undefined ? 1 : counted(n)),
  },
  { like: `${head} (?<d>\\d{1,2})\\.?~(?<m>${monthWords})`, read: ({ d, m }) => onDate(d, month(m)) },
  {
    like: `${head} ${place} tag (?:im|des|jeden) Monats?`,
    read: ({ nth }) => numbered(nthOf(nth), 'day'),
  },
  {
    like: `${head} (?!letzte)${place} (?<u>tag|woche|monat|quartal|jahr)`,
    read: ({ nth, u }) => everyUnit(u, nthOf(nth)),
  },
  {
    like: `(?:am )?${place}(?: tag)? jede[ns] monats`,
    read: ({ nth }) => numbered(nthOf(nth), 'day'),
  },
  {
    like: `monatlich am ${place}(?: (?<w>${anyDay}|werktag|arbeitstag|tag))?`,
    read: ({ nth, w }) => numbered(nthOf(nth), w === undefined ? 'day' : what(w)),
  },
  {
    like: `(?:jährlich|jedes jahr) am (?<d>\\d{1,2})\\.?~(?<m>${monthWords})`,
    read: ({ d, m }) => onDate(d, month(m)),
  },
  {
    like: `(?:jährlich|jedes jahr) am (?<d>\\d{1,2})\\.~(?<m>\\d{1,2})\\.`,
    read: ({ d, m }) => (Number(m) < 1 || Number(m) > 12 ? null : onDate(d, Number(m))),
  },
  { like: `wöchentlich am ${listed}`, read: ({ days }) => onWeekdays(readListed(days)) },
  {
    like: `${all} (?:(?<n>\\d{1,3}|${numbers.join('|')}) )?wochen? ${pluralDays}`,
    read: ({ n, days }) => onWeekdays(readListed(days), n === undefined ? 1 : counted(n)),
  },
  {
    like: `${head} ${place} (?<w>${anyDay}|werktag|arbeitstag|tag)${inMonth}`,
    read: ({ nth, w }) => numbered(nthOf(nth), what(w)),
  },
  { like: `${head} (?<d>\\d{1,2})\\.${inMonth}`, read: ({ d }) => numbered(Number(d), 'day') },
  { like: `${head} (?:werktag|arbeitstag)`, read: () => onWorkdays },
  { like: `${head} wochenende`, read: () => onWeekdays([6]) },
  {
    like: `${head} (?<part>${partsOfDay})`,
    read: ({ part = '' }) => ({ ...every('DAILY'), time: parts[part.toLowerCase()]?.time ?? '09:00' }),
  },
  { like: `${head} ${listed}`, read: ({ days }) => onWeekdays(readListed(days)) },
  { like: `${head} (?<u>tag|woche|monat|quartal|jahr)`, read: ({ u }) => everyUnit(u, 1) },
  {
    like: `${all} (?<n>\\d{1,3}|${numbers.join('|')}) (?<u>tage|wochen|monate|jahre)`,
    read: ({ n, u }) => every(freq(u), counted(n)),
  },
  { like: pluralDays, read: ({ days }) => onWeekdays(readListed(days)), only: 'end' },
  {
    like: `(?<word>${Object.keys(adverbs).join('|')})`,
    read: ({ word = '' }) => adverbs[word.toLowerCase() as 'täglich'] ?? null,
    only: 'end',
  },
]
