import type { Weekday } from '../calendar.ts'
import type { Part } from './grammar.ts'
import { unitOf } from './reckon.ts'

export const plainDays = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|thu|thurs?|fri'
export const wordDays = 'wed|sat|sun'
export const anyDay = `${plainDays}|${wordDays}`
export const weekday = (word = '') =>
  (['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].indexOf(word.slice(0, 2).toLowerCase()) + 1) as Weekday
export const plainMonths =
  'january|february|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec'
export const wordMonths = 'march|mar|may'
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
export const month = (word = '') => months.indexOf(word.slice(0, 3).toLowerCase()) + 1
export const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
export const count = `(?<n>\\d{1,4}|an?|${numbers.join('|')})`
export const counted = (word = '') =>
  /^\d/.test(word) ? Number(word) : Math.max(1, numbers.indexOf(word.toLowerCase()) + 1)
export const unit = unitOf([/^mi/i, /^h/i, /^d/i, /^w/i, /^mo/i, /^y/i])
export const wholeDays = '(?<u>days?|weeks?|months?|years?)'
export const unitWords = '(?<u>min(?:ute)?s?|h(?:(?:ou)?rs?)?|hour|days?|weeks?|months?|years?)'
export const parts: Record<string, Part> = {
  morning: { time: '09:00', late: false },
  noon: { time: '12:00', late: false },
  afternoon: { time: '15:00', late: true },
  evening: { time: '19:00', late: true },
  night: { time: '20:00', late: true },
}
