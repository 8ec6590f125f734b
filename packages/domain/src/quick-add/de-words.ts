import type { Weekday } from '../calendar.ts'
import type { Part } from './grammar.ts'
import { unitOf } from './reckon.ts'

export const fullDays = 'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag'
export const plainDays = `${fullDays}|(?:mo|mi|fr|sa)(?!\\.)`
export const wordDays = 'di|do|so|(?:mo|di|mi|do|fr|sa|so)\\.'
export const anyDay = `${plainDays}|${wordDays}`
export const weekday = (word = '') =>
  (word.toLowerCase() === 'sonnabend'
    ? 6
    : ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'].indexOf(word.slice(0, 2).toLowerCase()) + 1) as Weekday
export const monthWords =
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
export const month = (word = '') => months.findIndex((like) => like.test(word)) + 1
export const numbers = 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ')
export const count = `(?<n>\\d{1,4}|ein(?:e[mnr]?)?|${numbers.join('|')})`
export const counted = (word = '') =>
  /^\d/.test(word) ? Number(word) : /^ein/i.test(word) ? 1 : numbers.indexOf(word.toLowerCase()) + 2
export const unit = unitOf([/^mi/i, /^(?:st|h)/i, /^t/i, /^w/i, /^mo/i, /^j/i])
export const wholeDays = '(?<u>tag(?:en?)?|wochen?|monat(?:en?)?|jahr(?:en?)?)'
export const unitWords = '(?<u>min(?:uten?)?|h|std|stunden?|tag(?:en?)?|wochen?|monat(?:en?)?|jahr(?:en?)?)'
const morning = { time: '09:00', late: false }
export const parts: Record<string, Part> = {
  früh: morning,
  morgen: morning,
  vormittag: { time: '10:00', late: false },
  mittag: { time: '12:00', late: false },
  nachmittag: { time: '15:00', late: true },
  abend: { time: '19:00', late: true },
  nacht: { time: '22:00', late: true },
}
export const partWords = Object.keys(parts).join('|')
