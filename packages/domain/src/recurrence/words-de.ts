import type { RuleWords } from './words.ts'

const one = {
  DAILY: 'jeden Tag',
  WEEKLY: 'jede Woche',
  MONTHLY: 'jeden Monat',
  YEARLY: 'jedes Jahr',
} as const
const many = { DAILY: 'Tage', WEEKLY: 'Wochen', MONTHLY: 'Monate', YEARLY: 'Jahre' } as const
const place = (nth: number) => (nth > 0 ? `${nth}.` : nth === -1 ? 'letzten' : `${-nth}.-letzten`)
const first = (nth: number) => (nth === -1 ? 'letzte' : nth > 0 ? `${nth}.` : `${-nth}.-letzte`)

/** German. */
export const de: RuleWords = {
  locale: 'de',
  every: (freq, interval) => (interval === 1 ? one[freq] : `alle ${interval} ${many[freq]}`),
  everyWeekday: (weekdays) => `jeden ${weekdays}`,
  everyWorkday: 'jeden Werktag (Mo–Fr)',
  onWeekdays: (every, weekdays) => `${every} am ${weekdays}`,
  numberedWeekday: (nth, weekday) => `${place(nth)} ${weekday}`,
  numberedWorkday: (nth) => `${place(nth)} Werktag`,
  monthDay: (day) => (day > 0 ? `${day}.` : `${place(day)} Tag`),
  dayOfMonth: (day, month) => (day > 0 ? `${day}. ${month}` : `${place(day)} Tag im ${month}`),
  on: (every, what) => `${every} am ${what}`,
  inMonths: (what, months) => `${what} im ${months}`,
  only: (what, positions) => `${what}, davon nur der ${positions}`,
  dateIf: (dates, weekdays) => `${dates}, falls ${weekdays},`,
  position: first,
  afterCompletion: (words) => `${words} nach dem Erledigen`,
  times: (words, count) => (count === 1 ? `${words}, noch einmal` : `${words}, ${count}-mal`),
  until: (words, day) => `${words}, bis ${day}`,
}
