import { addDays } from '../calendar.ts'
import {
  anyDay,
  count,
  counted,
  month,
  plainDays,
  plainMonths,
  unit,
  unitWords,
  weekday,
  wholeDays,
  wordDays,
  wordMonths,
} from './en-words.ts'
import type { DatePattern, When, Words } from './grammar.ts'
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

const year = '(?:,? (?<y>(?:19|20|21)\\d\\d))?'
const named = (of: string) => [
  `(?:(?:${anyDay}),? )?(?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m>${of})${year}`,
  `(?:(?:${anyDay}),? )?(?<m>${of}) (?<d>\\d{1,2})(?:st|nd|rd|th)?${year}`,
]
const nextWeeks = ({ w }: Words, when: When) => ofNextWeek(weekday(w), when)
const thisOne = ({ w }: Words, when: When) => thisComing(weekday(w), when)
const comingOne = ({ w }: Words, when: When) => coming(weekday(w), when)
const readNamed = ({ d, m, y }: Words, when: When) => dayOfMonth(d, month(m), y, when)
/** Days, and moments from now on. */
export const dates: DatePattern[] = [
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
]
/** Days gone by, and signed numbers of days. */
export const bareDates: DatePattern[] = [
  {
    like: `(?<sign>[+-])~${count}~${wholeDays}`,
    read: ({ sign, n, u }, when) => ahead(counted(n) * (sign === '-' ? -1 : 1), unit(u), when),
  },
  { like: 'yesterday', read: (_, when) => addDays(when.day, -1) },
  { like: '(?:the )?day before yesterday', read: (_, when) => addDays(when.day, -2) },
  { like: `${count} ${wholeDays} ago`, read: ({ n, u }, when) => ahead(-counted(n), unit(u), when) },
  { like: `last (?<w>${anyDay})`, read: ({ w }, when) => lastGone(weekday(w), when) },
]
