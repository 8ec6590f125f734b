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

const fullDays = 'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag'
const plainDays = `${fullDays}|(?:mo|mi|fr|sa)(?!\\.)`
const wordDays = 'di|do|so|(?:mo|di|mi|do|fr|sa|so)\\.'
const anyDay = `${plainDays}|${wordDays}`
const weekday = (word = '') =>
  (word.toLowerCase() === 'sonnabend'
    ? 6
    : ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'].indexOf(word.slice(0, 2).toLowerCase()) + 1) as Weekday

const monthWords =
  'januar|jänner|februar|märz|maerz|april|mai|juni|juli|august|september|oktober|november|dezember|jan|feb|mär|mrz|apr|jun|jul|aug|sept?|okt|nov|dez'
const months = [
  /^j[aä]/i,
  /^f/i,
  /^m(?:ä|ae|r)/i,
  /^ap/i,
  /^ma/i,
  /^jun/i,
  /^jul/i,
  /^au/i,
  /^s/i,
  /^o/i,
  /^n/i,
  /^d/i,
]
const month = (word = '') => months.findIndex((like) => like.test(word)) + 1
const beforeDate = `(?:(?:${anyDay}),? (?:den )?)?`

const numbers = 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ')
const count = `(?<n>\\d{1,4}|ein(?:e[mnr]?)?|${numbers.join('|')})`
const counted = (word = '') =>
  /^\d/.test(word) ? Number(word) : /^ein/i.test(word) ? 1 : numbers.indexOf(word.toLowerCase()) + 2
/** "heute in einer Woche" is one day, and not today. */
const notOn = `(?! in ${count.replace('?<n>', '?:')} (?:tag|woche))`
const unit = unitOf([/^mi/i, /^(?:st|h)/i, /^t/i, /^w/i, /^mo/i, /^j/i])
const wholeDays = '(?<u>tag(?:en?)?|wochen?|monat(?:en?)?|jahr(?:en?)?)'
const unitWords = '(?<u>min(?:uten?)?|h|std|stunden?|tag(?:en?)?|wochen?|monat(?:en?)?|jahr(?:en?)?)'

const spans = '(?<u>m|min(?:uten?)?|h|std|stunden?|t|tage?n?|w|wochen?)'
const beforeWhat = 'vor (?:der |dem )?(?<what>beginn|start|termin|fälligkeit|frist|deadline)'
const ofWhat = (word = '') =>
  /^[bs]/i.test(word)
    ? ('start' as const)
    : /^(?:fr|de)/i.test(word)
      ? ('deadline' as const)
      : ('due' as const)
const readBefore = ({ n, u, what }: Words) => ({
  minutes: counted(n) * minutesIn(/^m$/i.test(u ?? '') ? 'minute' : unit(u)),
  of: ofWhat(what),
})
const morning = { time: '09:00', late: false }
const parts: Record<string, Part> = {
  früh: morning,
  morgen: morning,
  vormittag: { time: '10:00', late: false },
  mittag: { time: '12:00', late: false },
  nachmittag: { time: '15:00', late: true },
  abend: { time: '19:00', late: true },
  nacht: { time: '22:00', late: true },
}
const partWords = Object.keys(parts).join('|')
const repeated = [
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
const repeats: RepeatPattern[] = [
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

const nextWeeks = ({ w }: Words, when: When) => ofNextWeek(weekday(w), when)
const thisOne = ({ w }: Words, when: When) => thisComing(weekday(w), when)
const comingOne = ({ w }: Words, when: When) => coming(weekday(w), when)
const readNamed = ({ d, m, y }: Words, when: When) => dayOfMonth(d, month(m), y, when)
const readNext = ({ u }: Words, when: When) => nextPeriod(unit(u) as 'week', when)
const readEnd = ({ u, next }: Words, when: When) => periodEnd(unit(u) as 'month', next !== undefined, when)
const readSpan = ({ hours, minutes }: Words) => duration(hours, minutes)
const readClock = ({ h, min }: Words) => clock(h, min)

const hourWords = `1[0-2]|[1-9]|eins|${numbers.join('|')}`
const hourOf = (word = '') => (/^eins/i.test(word) ? 1 : counted(word))

/** German: what the words of a date, a time and a duration look like. */
export const de = grammar({
  dates: [
    isoDate,
    { like: `heute${notOn}`, read: (_, when) => when.day },
    { like: `morgen${notOn}`, read: (_, when) => addDays(when.day, 1) },
    { like: '(?:ü|ue)bermorgen', read: (_, when) => addDays(when.day, 2) },
    {
      like: `${beforeDate}(?<d>\\d{1,2})\\.?~(?<m>${monthWords})\\.?(?: (?<y>(?:19|20|21)\\d\\d))?`,
      read: readNamed,
    },
    {
      like: `${beforeDate}(?<d>\\d{1,2})\\.~(?<m>\\d{1,2})\\.(?:~(?<y>(?:19|20|21)\\d\\d|\\d\\d(?![:.]?\\d)))?`,
      read: ({ d, m, y }, when) => dayOfMonth(d, Number(m), y, when),
    },
    { like: `nächste[nrs]? (?<w>${anyDay})`, read: nextWeeks },
    { like: `(?:diese[nrsm]?|kommende[nrsm]?) (?<w>${anyDay})`, read: thisOne },
    { like: `nächste Woche (?:am )?(?<w>${anyDay})`, read: nextWeeks },
    {
      like: `(?<w>${fullDays})(?<part>${partWords})`,
      read: ({ w, part = '' }, when) => ({
        on: coming(weekday(w), when),
        part: parts[part.toLowerCase()] as Part,
      }),
    },
    { like: 'in einer halben Stunde', read: (_, when) => ahead(30, 'minute', when) },
    {
      like: `(?:(?<today>heute)|(?<tomorrow>morgen)|(?<w>${anyDay})) in ${count} (?<u>tag(?:en)?|wochen?)`,
      read: ({ today, tomorrow, w, n, u }, when) => {
        const from = today ? when.day : tomorrow ? addDays(when.day, 1) : coming(weekday(w), when)
        return addDays(from, counted(n) * (unit(u) === 'week' ? 7 : 1))
      },
    },
    { like: `(?<w>${plainDays})(?!,? de[rn] \\d)`, read: comingOne },
    { like: `(?<w>${wordDays})`, read: comingOne, only: 'end' },
    { like: `in ${count}~${unitWords}`, read: ({ n, u }, when) => ahead(counted(n), unit(u), when) },
    { like: '(?:dieses|am) wochenende', read: (_, when) => weekend(when) },
    { like: '(?:nächstes|am nächsten) wochenende', read: (_, when) => weekend(when, 1) },
    { like: 'nächste[ns]? (?<u>woche|monat|jahr)', read: readNext },
    { like: 'ende (?:des|dieses|(?<next>nächsten)) (?<u>monats|jahres)', read: readEnd },
    { like: '(?<u>monats|jahres)ende', read: readEnd },
    { like: '(?<d>\\d{1,2})\\.', read: ({ d }, when) => nextDayNumbered(d, when), only: 'lead' },
  ],
  bareDates: [
    {
      like: `(?<sign>[+-])~${count}~${wholeDays}`,
      read: ({ sign, n, u }, when) => ahead(counted(n) * (sign === '-' ? -1 : 1), unit(u), when),
    },
    { like: 'gestern', read: (_, when) => addDays(when.day, -1) },
    { like: 'vorgestern', read: (_, when) => addDays(when.day, -2) },
    { like: `vor ${count} ${wholeDays}`, read: ({ n, u }, when) => ahead(-counted(n), unit(u), when) },
    {
      like: `(?:letzten?|vergangenen?) (?<w>${anyDay})`,
      read: ({ w }, when) => lastGone(weekday(w), when),
    },
  ],
  times: [
    { like: '(?:um |gegen )?(?<h>\\d{1,2})~uhr (?<min>\\d\\d)', read: readClock },
    { like: '(?:um |gegen )?(?<h>\\d{1,2})(?:[:.](?<min>\\d\\d))?~uhr', read: readClock },
    { like: 'um (?<h>\\d{1,2})[:.](?<min>\\d\\d)', read: readClock },
    { like: '(?<h>\\d\\d):(?<min>\\d\\d)', read: readClock },
    { like: '(?<h>\\d):(?<min>[0-5][05])', read: readClock, near: 'side' },
    { like: '(?<h>\\d):(?<min>\\d\\d)', read: readClock, near: 'after' },
    { like: `um halb (?<h>${hourWords})`, read: ({ h }) => clock(`${hourOf(h) - 1}`, '30') },
    {
      like: `halb (?<h>${hourWords})`,
      read: ({ h }) => clock(`${hourOf(h) - 1}`, '30'),
      near: 'side',
    },
    { like: `um viertel nach (?<h>${hourWords})`, read: ({ h }) => clock(`${hourOf(h)}`, '15') },
    {
      like: `um (?:viertel vor|dreiviertel) (?<h>${hourWords})`,
      read: ({ h }) => clock(`${hourOf(h) - 1}`, '45'),
    },
    { like: `um (?<h>${numbers.join('|')})`, read: ({ h }) => clock(`${counted(h)}`), near: 'side' },
    { like: 'um (?<h>\\d{1,2})', read: readClock, near: 'side' },
  ],
  parts: { like: `(?<part>${partWords})`, read: ({ part = '' }) => parts[part.toLowerCase()] ?? null },
  durations: [
    {
      like: 'für (?<hours>\\d{1,3}(?:[.,]\\d)?)~(?:h|std\\.?|stunden?)(?: (?:und )?(?<minutes>\\d{1,2})~min(?:uten?)?)?',
      read: readSpan,
    },
    { like: 'für (?<hours>\\d{1,3})h(?<minutes>\\d{1,2})(?:m|min)?', read: readSpan },
    { like: 'für (?<minutes>\\d{1,5})~min(?:uten?)?', read: readSpan },
    {
      like: `für (?<n>${numbers.join('|')}) (?<u>minuten|stunden)`,
      read: ({ n, u }) => counted(n) * minutesIn(unit(u)),
    },
    { like: 'für eine (?<half>halbe )?stunde', read: ({ half }) => (half ? 30 : 60) },
  ],
  befores: [
    { like: `${count}~${spans} (?:vorher|davor|${beforeWhat})`, read: readBefore },
    {
      like: `(?:eine )?halbe stunde (?:vorher|davor|${beforeWhat})`,
      read: ({ what }) => ({ minutes: 30, of: ofWhat(what) }),
    },
  ],
  me: 'ich|mich|mir',
  repeats,
  repeatFrom: 'ab(?: dem)?|beginnend(?: am)?',
  repeatUntil: 'bis(?: zum| am)?',
  repeatTimes: '(?<n>\\d{1,3})(?:~mal|-mal|~x)',
  lead: 'am(?! morgen)|bis(?: zum| am)?|zum|fällig(?: am| bis)?',
  notAfter:
    'nächste[nrsm]?|herrn?|frau|familie|jede[nrsm]?!?|alle|seit|vo[nmr]|ab|vor|nach|zwischen|letzte[nrsm]?|vergangene[nrsm]?|guten|gute|der|de[nms]|das|die|eine?[nmrs]?|am|kapitel|version|abschnitt|punkt|nr|nummer|§|gestern|für|über',
  subjects: 'ich|wir|er|sie|es|wer|und|oder|also|ist|war|ganz',
  openings: 'ich|wir|er|sie|es|wer|wie',
  connectors: 'um|mit|für|von|in|bei|zu|bis|und|oder|&|-|–|\\d{1,2}:\\d\\d',
  untouched: [
    `(?:jede[nrsm]?!?|täglich|wöchentlich|monatlich|jährlich|alle (?:\\d+|${numbers.join('|')}) (?:tage|wochen|monate|jahre|stunden))(?:,? (?:${repeated}))*`,
    '(?:von |zwischen )?\\d{1,2}(?:[:.]\\d\\d)?~(?:bis|und|-|–)~\\d{1,2}(?:[:.]\\d\\d)?(?:~uhr)?',
    `(?:von |zwischen )?(?:${anyDay})~(?:bis|-|–)~(?:${anyDay})`,
    '!~\\d+~(?:m|min(?:uten?)?|h|std|stunden?|t|tage?|w|wochen?)(?: vorher| davor)?',
  ],
})
