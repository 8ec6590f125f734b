import { bareDates, dates } from './de-dates.ts'
import { repeated, repeats } from './de-repetitions.ts'
import { anyDay, count, counted, numbers, parts, partWords, unit } from './de-words.ts'
import { grammar, type Words } from './grammar.ts'
import { clock, duration, minutesIn } from './reckon.ts'

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
const readSpan = ({ hours, minutes }: Words) => duration(hours, minutes)
const readClock = ({ h, min }: Words) => clock(h, min)
const hourWords = `1[0-2]|[1-9]|eins|${numbers.join('|')}`
const hourOf = (word = '') => (/^eins/i.test(word) ? 1 : counted(word))
/** German: what the words of a date, a time and a duration look like. */
export const de = grammar({
  dates,
  bareDates,
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
