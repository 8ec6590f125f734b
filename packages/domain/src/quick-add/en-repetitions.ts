import { anyDay, counted, month, numbers, parts, plainMonths, unit, weekday, wordMonths } from './en-words.ts'
import type { RepeatPattern } from './grammar.ts'
import { every, numbered, onDate, onWeekdays, onWorkdays } from './repeat.ts'

export const repeated = [
  anyDay,
  plainMonths,
  wordMonths,
  '(?:week|work)?days?|weeks?|weekends?|months?|years?|hours?|minutes?|morning|noon|afternoon|evening|night',
  'first|second|third|fourth|fifth|last|other|on|at|and|&|the|of|in|starting|from|until|till|today|tomorrow',
  '\\d{1,2}(?::\\d\\d)?~[ap]m|\\d{1,2}:\\d\\d|\\d+(?:st|nd|rd|th)?|\\d{4}-\\d\\d-\\d\\d',
  ...numbers,
].join('|')
const weekdays = `(?:${anyDay})s?`
const listed = `(?<days>${weekdays}(?:(?:,~| and |, and | & )(?:${weekdays}))*)`
const fullDays = '(?:mon|tues|wednes|thurs|fri|satur|sun)days'
const pluralDays = `(?<days>${fullDays}(?:(?:,~| and |, and | & )${fullDays})*)`
const readListed = (days = '') =>
  days
    .split(/,\s*|\s+(?:and|&)\s+/iu)
    .map((word) => weekday(word.replace(/^and\s+/iu, '')))
    .filter((day) => day > 0)
const head = '(?:every(?<bang>!)?)'
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth']
const place = `(?<nth>${ordinals.join('|')}|last|\\d{1,2}(?:st|nd|rd|th))`
const nthOf = (word = '') =>
  /^last$/i.test(word)
    ? -1
    : /^\d/.test(word)
      ? Number.parseInt(word, 10)
      : ordinals.indexOf(word.toLowerCase()) + 1
const step = (word?: string) => (word === undefined ? 1 : /^other$/i.test(word) ? 2 : counted(word))
const steps = `(?:(?<n>other|\\d{1,3}|${numbers.join('|')}) )?`
const what = (word = '') =>
  /^(?:week|work)day/i.test(word) ? 'workday' : /^day/i.test(word) ? 'day' : weekday(word)
const frequency = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const
const freq = (word: string | undefined) => frequency[unit(word) as keyof typeof frequency]
/** A quarter is three months, a fortnight two weeks. */
const everyUnit = (word = '', interval: number) =>
  /^q/i.test(word)
    ? every('MONTHLY', 3 * interval)
    : /^f/i.test(word)
      ? every('WEEKLY', 2 * interval)
      : every(freq(word), interval)
const ofMonth = '(?: of (?:the|each|every) month)?'
const adverbs = {
  daily: every('DAILY'),
  weekly: every('WEEKLY'),
  monthly: every('MONTHLY'),
  fortnightly: every('WEEKLY', 2),
  quarterly: every('MONTHLY', 3),
  yearly: every('YEARLY'),
  annually: every('YEARLY'),
}
/** From the longer to the shorter, so that "every 3rd friday" is not "every 3rd". */
export const repeats: RepeatPattern[] = [
  {
    like: `${head} ${steps}months? on (?:the )?${place}(?: (?<w>${anyDay}|workday|weekday|day))?`,
    read: ({ n, nth, w }) => numbered(nthOf(nth), w === undefined ? 'day' : what(w), step(n)),
  },
  {
    like: `${head} ${steps}months? on the (?<d>\\d{1,2})`,
    read: ({ n, d }) => numbered(Number(d), 'day', step(n)),
  },
  {
    like: `${head} ${steps}weeks? on ${listed}`,
    read: ({ n, days }) => onWeekdays(readListed(days), step(n)),
  },
  {
    like: `${head} ${steps}years? on (?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m>${plainMonths}|${wordMonths})`,
    read: ({ d, m }) => onDate(d, month(m)),
  },
  {
    like: `${head} (?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m>${plainMonths}|${wordMonths})`,
    read: ({ d, m }) => onDate(d, month(m)),
  },
  {
    like: `${head} (?<m>${plainMonths}|${wordMonths}) (?<d>\\d{1,2})(?:st|nd|rd|th)?`,
    read: ({ d, m }) => onDate(d, month(m)),
  },
  {
    like: `${head} ${place} day of (?:the|each|every) month`,
    read: ({ nth }) => numbered(nthOf(nth), 'day'),
  },
  {
    like: `${head} (?!last)${place} (?<u>day|week|month|quarter|year)`,
    read: ({ nth, u }) => everyUnit(u, nthOf(nth)),
  },
  {
    like: `${head} ${place} (?<w>${anyDay}|workday|weekday|day)${ofMonth}`,
    read: ({ nth, w }) => numbered(nthOf(nth), what(w)),
  },
  {
    like: `(?:on )?(?:the )?${place}(?: day)? (?:of )?(?:every|each) month`,
    read: ({ nth }) => numbered(nthOf(nth), 'day'),
  },
  {
    like: `(?:on )?(?:the )?${place} (?<w>${anyDay}|workday|weekday) of (?:every|each) month`,
    read: ({ nth, w }) => numbered(nthOf(nth), what(w)),
  },
  {
    like: `monthly on (?:the )?${place}(?: (?<w>${anyDay}|workday|weekday|day))?`,
    read: ({ nth, w }) => numbered(nthOf(nth), w === undefined ? 'day' : what(w)),
  },
  {
    like: `(?:yearly|annually|every year) on (?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m>${plainMonths}|${wordMonths})`,
    read: ({ d, m }) => onDate(d, month(m)),
  },
  { like: `weekly on ${listed}`, read: ({ days }) => onWeekdays(readListed(days)) },
  { like: `on ${pluralDays}`, read: ({ days }) => onWeekdays(readListed(days)) },
  { like: 'on (?:week|work)days', read: () => onWorkdays },
  {
    like: `${head} (?<d>\\d{1,2})(?:st|nd|rd|th)(?! (?:${anyDay}|(?:work|week)?day))${ofMonth}`,
    read: ({ d }) => numbered(Number(d), 'day'),
  },
  { like: `${head} (?:week|work)days?`, read: () => onWorkdays },
  { like: `${head} weekends?`, read: () => onWeekdays([6]) },
  {
    like: `${head} (?<part>${Object.keys(parts).join('|')})`,
    read: ({ part = '' }) => ({ ...every('DAILY'), time: parts[part.toLowerCase()]?.time ?? '09:00' }),
  },
  { like: `${head} ${steps}${listed}`, read: ({ n, days }) => onWeekdays(readListed(days), step(n)) },
  {
    like: `${head} ${steps}(?<u>days?|weeks?|fortnights?|months?|quarters?|years?)`,
    read: ({ n, u }) => everyUnit(u, step(n)),
  },
  { like: 'each (?<u>day|week|month|year)', read: ({ u }) => every(freq(u)), only: 'end' },
  { like: `each ${listed}`, read: ({ days }) => onWeekdays(readListed(days)), only: 'end' },
  {
    like: `(?<word>${Object.keys(adverbs).join('|')})`,
    read: ({ word = '' }) => adverbs[word.toLowerCase() as 'daily'] ?? null,
    only: 'end',
  },
]
