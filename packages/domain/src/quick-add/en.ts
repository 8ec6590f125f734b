import { addDays, type Weekday } from '../calendar.ts'
import { grammar, type Part, type RepeatPattern, type When, type Words } from './grammar.ts'
import {
  ahead,
  clock,
  coming,
  dayOfMonth,
  duration,
  isoDate,
  lastGone,
  minutesIn,
  nextDayNumbered,
  nextPeriod,
  ofNextWeek,
  periodEnd,
  thisComing,
  unitOf,
  weekend,
} from './reckon.ts'
import { every, numbered, onDate, onWeekdays, onWorkdays } from './repeat.ts'

const plainDays = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|thu|thurs?|fri'
const wordDays = 'wed|sat|sun'
const anyDay = `${plainDays}|${wordDays}`
const weekday = (word = '') =>
  (['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].indexOf(word.slice(0, 2).toLowerCase()) + 1) as Weekday

const plainMonths =
  'january|february|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec'
const wordMonths = 'march|mar|may'
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month = (word = '') => months.indexOf(word.slice(0, 3).toLowerCase()) + 1
const year = '(?:,? (?<y>(?:19|20|21)\\d\\d))?'
const named = (of: string) => [
  `(?:(?:${anyDay}),? )?(?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m>${of})${year}`,
  `(?:(?:${anyDay}),? )?(?<m>${of}) (?<d>\\d{1,2})(?:st|nd|rd|th)?${year}`,
]

const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const count = `(?<n>\\d{1,4}|an?|${numbers.join('|')})`
const counted = (word = '') =>
  /^\d/.test(word) ? Number(word) : Math.max(1, numbers.indexOf(word.toLowerCase()) + 1)
const unit = unitOf([/^mi/i, /^h/i, /^d/i, /^w/i, /^mo/i, /^y/i])
const wholeDays = '(?<u>days?|weeks?|months?|years?)'
const unitWords = '(?<u>min(?:ute)?s?|h(?:(?:ou)?rs?)?|hour|days?|weeks?|months?|years?)'

const parts: Record<string, Part> = {
  morning: { time: '09:00', late: false },
  noon: { time: '12:00', late: false },
  afternoon: { time: '15:00', late: true },
  evening: { time: '19:00', late: true },
  night: { time: '20:00', late: true },
}
const readClock = ({ h, min, half }: Words) => clock(h, min, half)
const readSpan = ({ hours, minutes }: Words) => duration(hours, minutes)
const spans = '(?<u>m|min(?:ute)?s?|h(?:ou)?rs?|hour|h|d|days?|w|weeks?)'
const beforeWhat = '(?: (?:the |its )?(?<what>start|due(?: date)?|deadline))?'
const ofWhat = (word = '') =>
  /^s/i.test(word) ? ('start' as const) : /^de/i.test(word) ? ('deadline' as const) : ('due' as const)
const readBefore = ({ n, u, what }: Words) => ({
  minutes: counted(n) * minutesIn(/^m$/i.test(u ?? '') ? 'minute' : unit(u)),
  of: ofWhat(what),
})
const range = '\\d{1,2}(?:[:.]\\d\\d)?(?:~[ap]m)?'
const half = '(?<half>[ap]\\.?m\\.?)'
const repeated = [
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
const repeats: RepeatPattern[] = [
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

const nextWeeks = ({ w }: Words, when: When) => ofNextWeek(weekday(w), when)
const thisOne = ({ w }: Words, when: When) => thisComing(weekday(w), when)
const comingOne = ({ w }: Words, when: When) => coming(weekday(w), when)
const readNamed = ({ d, m, y }: Words, when: When) => dayOfMonth(d, month(m), y, when)

/** English: what the words of a date, a time and a duration look like. */
export const en = grammar({
  dates: [
    isoDate,
    { like: 'today', read: (_, when) => when.day },
    { like: 'tonight', read: (_, when) => ({ on: when.day, late: true }) },
    { like: 'this(?= (?:morning|afternoon|evening)(?!\\S))', read: (_, when) => when.day },
    { like: 'tomorrow|tmrw?', read: (_, when) => addDays(when.day, 1) },
    { like: '(?:the )?day after tomorrow', read: (_, when) => addDays(when.day, 2) },
    ...named(plainMonths).map((like) => ({ like, read: readNamed })),
    ...named(wordMonths).map((like) => ({ like, read: readNamed, only: 'connector' as const })),
    { like: `next (?<w>${anyDay})`, read: nextWeeks },
    { like: `(?:this|this coming|coming) (?<w>${anyDay})`, read: thisOne },
    { like: `(?<w>${anyDay}) next week`, read: nextWeeks },
    { like: `next week (?:on )?(?<w>${anyDay})`, read: nextWeeks },
    { like: 'in half an hour', read: (_, when) => ahead(30, 'minute', when) },
    {
      like: `${count} (?<u>days?|weeks?) from (?:(?<tomorrow>tomorrow)|(?<w>${anyDay}))`,
      read: ({ n, u, tomorrow, w }, when) =>
        addDays(
          tomorrow ? addDays(when.day, 1) : coming(weekday(w), when),
          counted(n) * (unit(u) === 'week' ? 7 : 1),
        ),
    },
    { like: `(?<w>${plainDays})(?! the \\d)`, read: comingOne },
    { like: `(?<w>${wordDays})`, read: comingOne, only: 'end' },
    { like: `in ${count}~${unitWords}`, read: ({ n, u }, when) => ahead(counted(n), unit(u), when) },
    {
      like: `${count} ${unitWords} from (?:now|today)`,
      read: ({ n, u }, when) => ahead(counted(n), unit(u), when),
    },
    { like: 'this weekend', read: (_, when) => weekend(when) },
    { like: 'next weekend', read: (_, when) => weekend(when, 1) },
    { like: 'next (?<u>week|month|year)', read: ({ u }, when) => nextPeriod(unit(u) as 'week', when) },
    {
      like: '(?:the )?end of (?:the |this )?(?<next>next )?(?<u>month|year)',
      read: ({ next, u }, when) => periodEnd(unit(u) as 'month', next !== undefined, when),
    },
    {
      like: 'the (?<d>\\d{1,2})(?:st|nd|rd|th)',
      read: ({ d }, when) => nextDayNumbered(d, when),
      only: 'lead',
    },
  ],
  bareDates: [
    {
      like: `(?<sign>[+-])~${count}~${wholeDays}`,
      read: ({ sign, n, u }, when) => ahead(counted(n) * (sign === '-' ? -1 : 1), unit(u), when),
    },
    { like: 'yesterday', read: (_, when) => addDays(when.day, -1) },
    { like: '(?:the )?day before yesterday', read: (_, when) => addDays(when.day, -2) },
    { like: `${count} ${wholeDays} ago`, read: ({ n, u }, when) => ahead(-counted(n), unit(u), when) },
    { like: `last (?<w>${anyDay})`, read: ({ w }, when) => lastGone(weekday(w), when) },
  ],
  times: [
    { like: `(?:at )?(?<h>\\d{1,2})(?:[:.](?<min>\\d\\d))?~${half}`, read: readClock },
    { like: 'at (?<h>\\d{1,2}):(?<min>\\d\\d)', read: readClock },
    { like: '(?<h>\\d\\d):(?<min>\\d\\d)', read: readClock },
    { like: 'at (?:noon|midday)', read: () => '12:00' },
    { like: '(?<h>\\d):(?<min>[0-5][05])', read: readClock, near: 'side' },
    { like: '(?<h>\\d):(?<min>\\d\\d)', read: readClock, near: 'after' },
    { like: 'at (?<h>\\d{1,2})', read: readClock, near: 'side' },
  ],
  parts: {
    like: `(?:in the )?(?<part>${Object.keys(parts).join('|')})`,
    read: ({ part = '' }) => parts[part.toLowerCase()] ?? null,
  },
  durations: [
    {
      like: 'for (?<hours>\\d{1,3}(?:[.,]\\d)?)~h(?:(?:ou)?rs?|our)?(?: (?:and )?(?<minutes>\\d{1,2})~m(?:in(?:ute)?s?)?)?',
      read: readSpan,
    },
    { like: 'for (?<hours>\\d{1,3})h(?<minutes>\\d{1,2})(?:m|min)?', read: readSpan },
    { like: 'for (?<minutes>\\d{1,5})~min(?:ute)?s?', read: readSpan },
    {
      like: `for (?<n>${numbers.join('|')}) (?<u>minutes?|hours?)`,
      read: ({ n, u }) => counted(n) * minutesIn(unit(u)),
    },
    { like: 'for (?<half>half )?an hour', read: ({ half }) => (half ? 30 : 60) },
  ],
  befores: [
    { like: `${count}~${spans} before${beforeWhat}`, read: readBefore },
    { like: `half an hour before${beforeWhat}`, read: ({ what }) => ({ minutes: 30, of: ofWhat(what) }) },
  ],
  me: 'me|myself',
  repeats,
  repeatFrom: '(?:starting|beginning|from)(?: on)?',
  repeatUntil: 'until|till|ending(?: on)?',
  repeatTimes: '(?:for )?(?<n>\\d{1,3}) times',
  lead: 'on|by|due(?: on| by)?|at(?= the end)',
  notAfter:
    'every!?|each|until|till|since|from|before|after|between|through|starting|ends?|than|of|the|an?|last|past|previous|next|mr\\.?|mrs\\.?|ms\\.?|miss|dr\\.?|black|good|cyber|ash|shrove|easter|palm|usa|for|about',
  subjects: 'i|we|he|she|they|who|that|which|and|or',
  openings: 'the|an?|my|his|her|our|their|your|i|we|he|she|they|it|this|that|who',
  connectors: 'at|with|for|from|in|to|by|until|and|or|via|about|&|-|–|\\d{1,2}:\\d\\d',
  untouched: [
    `(?:every!?|each|daily|weekly|monthly|yearly)(?:,? (?:${repeated}))*`,
    `(?:from |between )?${range}~(?:to|until|till|and|-|–)~${range}`,
    `(?:from |between )?(?:${anyDay})~(?:to|until|till|through|-|–)~(?:${anyDay})`,
    '!~\\d+~(?:m|min(?:ute)?s?|h|hrs?|hours?|d|days?|w|weeks?)(?: before)?',
  ],
})
