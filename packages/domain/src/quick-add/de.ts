import { addDays, type Weekday } from '../calendar.ts'
import { grammar, type When, type Words } from './grammar.ts'
import {
  ahead,
  clock,
  coming,
  dayOfMonth,
  duration,
  isoDate,
  nextDayNumbered,
  nextPeriod,
  ofNextWeek,
  periodEnd,
  thisComing,
  unitOf,
  weekend,
} from './reckon.ts'

const plainDays =
  'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|(?:mo|mi|fr|sa)(?!\\.)'
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
const unit = unitOf([/^mi/i, /^(?:st|h)/i, /^t/i, /^w/i, /^mo/i, /^j/i])
const unitWords = '(?<u>min(?:uten?)?|h|std|stunden?|tag(?:en?)?|wochen?|monat(?:en?)?|jahr(?:en?)?)'

const morning = { time: '09:00', late: false }
const parts: Record<string, { time: string; late: boolean }> = {
  früh: morning,
  morgen: morning,
  vormittag: { time: '10:00', late: false },
  mittag: { time: '12:00', late: false },
  nachmittag: { time: '15:00', late: true },
  abend: { time: '19:00', late: true },
}
const repeated = [
  anyDay,
  monthWords,
  'werktage?|arbeitstage?|tage?|wochen?|wochenende|monate?s?|jahre?|stunden?|minuten?|früh|morgen|mittag|abend|nachmittag',
  'erste[nrs]?|zweite[nrs]?|dritte[nrs]?|letzte[nrs]?|andere[nrs]?|am|um|und|&|ab|bis|im|zum|heute|uhr',
  '\\d{1,2}(?::\\d\\d)?~uhr|\\d{1,2}:\\d\\d|\\d{1,2}\\.(?:\\d{1,2}\\.(?:\\d{4})?)?|\\d+|\\d{4}-\\d\\d-\\d\\d',
  ...numbers,
].join('|')
const readNamed = ({ d, m, y }: Words, when: When) => dayOfMonth(d, month(m), y, when)
const readSpan = ({ hours, minutes }: Words) => duration(hours, minutes)
const readClock = ({ h, min }: Words) => clock(h, min)

/** German: what the words of a date, a time and a duration look like. */
export const de = grammar({
  dates: [
    isoDate,
    { like: 'heute', read: (_, when) => when.day },
    { like: 'morgen', read: (_, when) => addDays(when.day, 1) },
    { like: '(?:ü|ue)bermorgen', read: (_, when) => addDays(when.day, 2) },
    {
      like: `${beforeDate}(?<d>\\d{1,2})\\.?~(?<m>${monthWords})\\.?(?: (?<y>(?:19|20|21)\\d\\d))?`,
      read: readNamed,
    },
    {
      like: `${beforeDate}(?<d>\\d{1,2})\\.~(?<m>\\d{1,2})\\.(?:~(?<y>(?:19|20|21)\\d\\d|\\d\\d(?![:.]?\\d)))?`,
      read: ({ d, m, y }, when) => dayOfMonth(d, Number(m), y, when),
    },
    { like: `nächste[nrs]? (?<w>${anyDay})`, read: ({ w }, when) => ofNextWeek(weekday(w), when) },
    {
      like: `(?:diese[nrsm]?|kommende[nrsm]?) (?<w>${anyDay})`,
      read: ({ w }, when) => thisComing(weekday(w), when),
    },
    { like: `(?<w>${plainDays})`, read: ({ w }, when) => coming(weekday(w), when) },
    { like: `(?<w>${wordDays})`, read: ({ w }, when) => coming(weekday(w), when), only: 'end' },
    { like: `in ${count}~${unitWords}`, read: ({ n, u }, when) => ahead(counted(n), unit(u), when) },
    { like: '(?:dieses|am) wochenende', read: (_, when) => weekend(when) },
    { like: '(?:nächstes|am nächsten) wochenende', read: (_, when) => weekend(when, 1) },
    {
      like: 'nächste[ns]? (?<u>woche|monat|jahr)',
      read: ({ u }, when) => nextPeriod(unit(u) as 'week', when),
    },
    {
      like: '(?:ende (?:des|dieses) (?<u>monats|jahres)|(?<short>monats|jahres)ende)',
      read: ({ u, short }, when) => periodEnd(unit(u ?? short) as 'month', false, when),
    },
    {
      like: 'ende nächsten (?<u>monats|jahres)',
      read: ({ u }, when) => periodEnd(unit(u) as 'month', true, when),
    },
    { like: '(?<d>\\d{1,2})\\.', read: ({ d }, when) => nextDayNumbered(d, when), only: 'lead' },
  ],
  times: [
    { like: '(?:um )?(?<h>\\d{1,2})(?:[:.](?<min>\\d\\d))?~uhr', read: readClock },
    { like: '(?:um )?(?<h>\\d{1,2})~uhr (?<min>\\d\\d)', read: readClock },
    { like: 'um (?<h>\\d{1,2})[:.](?<min>\\d\\d)', read: readClock },
    { like: '(?<h>\\d\\d):(?<min>\\d\\d)', read: readClock },
    { like: '(?<h>\\d):(?<min>\\d\\d)', read: readClock, near: 'after' },
    { like: 'um (?<h>\\d{1,2})', read: readClock, near: 'side' },
  ],
  parts: {
    like: `(?<part>${Object.keys(parts).join('|')})`,
    read: ({ part = '' }) => parts[part.toLowerCase()] ?? null,
  },
  durations: [
    {
      like: 'für (?<hours>\\d{1,3}(?:[.,]\\d)?)~(?:h|std\\.?|stunden?)(?: (?:und )?(?<minutes>\\d{1,2})~min(?:uten?)?)?',
      read: readSpan,
    },
    { like: 'für (?<hours>\\d{1,3})h(?<minutes>\\d{1,2})(?:m|min)?', read: readSpan },
    { like: 'für (?<minutes>\\d{1,5})~min(?:uten?)?', read: readSpan },
    { like: 'für eine (?<half>halbe )?stunde', read: ({ half }) => (half ? 30 : 60) },
  ],
  lead: 'am(?! morgen)|bis(?: zum| am)?|zum|fällig(?: am| bis)?',
  notAfter:
    'jede[nrsm]?!?|alle|seit|vo[nmr]|ab|vor|nach|zwischen|letzte[nrsm]?|vergangene[nrsm]?|guten|gute|der|de[nms]|das|die|eine?[nmrs]?|am|kapitel|version|abschnitt|punkt|nr|nummer|§|gestern',
  subjects: 'ich|wir|er|sie|es|wer|und|oder|also|ist|war|ganz',
  openings: 'ich|wir|er|sie|es|wer|wie',
  connectors: 'um|mit|für|von|in|bei|zu|bis|und|oder|&|-|–|\\d{1,2}:\\d\\d',
  untouched: [
    `(?:jede[nrsm]?!?|täglich|wöchentlich|monatlich|jährlich|alle (?:\\d+|${numbers.join('|')}) (?:tage|wochen|monate|jahre|stunden))(?:,? (?:${repeated}))*`,
    '!~\\d+~(?:m|min(?:uten?)?|h|std|stunden?|t|tage?|w|wochen?)(?: vorher| davor)?',
  ],
})
