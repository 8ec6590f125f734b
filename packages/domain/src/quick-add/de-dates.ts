import { addDays } from '../calendar.ts'
import {
  anyDay,
  count,
  counted,
  fullDays,
  month,
  monthWords,
  parts,
  partWords,
  plainDays,
  unit,
  unitWords,
  weekday,
  wholeDays,
  wordDays,
} from './de-words.ts'
import type { DatePattern, Part, When, Words } from './grammar.ts'
import {
  ahead,
  coming,
  dayOfMonth,
  isoDate,
  lastGone,
  nextDayNumbered,
  nextPeriod,
  ofNextWeek,
  periodEnd,
  thisComing,
  weekend,
} from './reckon.ts'

const beforeDate = `(?:(?:${anyDay}),? (?:den )?)?`
/** "heute in einer Woche" is one day, and not today. */
const notOn = `(?! in ${count.replace('?<n>', '?:')} (?:tag|woche))`
const nextWeeks = ({ w }: Words, when: When) => ofNextWeek(weekday(w), when)
const thisOne = ({ w }: Words, when: When) => thisComing(weekday(w), when)
const comingOne = ({ w }: Words, when: When) => coming(weekday(w), when)
const readNamed = ({ d, m, y }: Words, when: When) => dayOfMonth(d, month(m), y, when)
const readNext = ({ u }: Words, when: When) => nextPeriod(unit(u) as 'week', when)
const readEnd = ({ u, next }: Words, when: When) => periodEnd(unit(u) as 'month', next !== undefined, when)
/** Days, and moments from now on. */
export const dates: DatePattern[] = [
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
]
/** Days gone by, and signed numbers of days. */
export const bareDates: DatePattern[] = [
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
]
