import { bareDates, dates } from './en-dates.ts'
import { repeated, repeats } from './en-repetitions.ts'
import { anyDay, count, counted, numbers, parts, unit } from './en-words.ts'
import { grammar, type Words } from './grammar.ts'
import { clock, duration, minutesIn } from './reckon.ts'

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
/** English: what the words of a date, a time and a duration look like. */
export const en = grammar({
  dates,
  bareDates,
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
