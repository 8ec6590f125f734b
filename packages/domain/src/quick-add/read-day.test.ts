import { expect, test } from 'vitest'
import type { Language } from './languages.ts'
import { readDay } from './read-day.ts'
import { wednesday } from './testing.ts'

const when = { ...wednesday, weekStart: 1 } as const

// Wednesday, 18 November 2026.
test.each<[Language, string, string]>([
  ['en', 'today', '2026-11-18'],
  ['en', ' Tomorrow ', '2026-11-19'],
  ['en', 'mon', '2026-11-23'],
  ['en', 'sat', '2026-11-21'],
  ['en', 'next friday', '2026-11-27'],
  ['en', '27 jan', '2027-01-27'],
  ['en', 'may 5', '2027-05-05'],
  ['en', 'the 5th', '2026-12-05'],
  ['en', '2026-12-24', '2026-12-24'],
  ['en', 'in 3 days', '2026-11-21'],
  ['en', '+7 days', '2026-11-25'],
  ['en', '+ 1 week', '2026-11-25'],
  ['en', '-3 days', '2026-11-15'],
  ['en', '-1 month', '2026-10-18'],
  ['en', 'yesterday', '2026-11-17'],
  ['en', 'the day before yesterday', '2026-11-16'],
  ['en', '2 weeks ago', '2026-11-04'],
  ['en', 'a year ago', '2025-11-18'],
  ['en', 'last monday', '2026-11-16'],
  ['en', 'last wednesday', '2026-11-11'],
  ['en', 'end of month', '2026-11-30'],
  ['de', 'heute', '2026-11-18'],
  ['de', 'übermorgen', '2026-11-20'],
  ['de', '24.12.', '2026-12-24'],
  ['de', '5.', '2026-12-05'],
  ['de', 'Di', '2026-11-24'],
  ['de', '+7 Tage', '2026-11-25'],
  ['de', '-2 Wochen', '2026-11-04'],
  ['de', 'gestern', '2026-11-17'],
  ['de', 'vorgestern', '2026-11-16'],
  ['de', 'vor 3 Tagen', '2026-11-15'],
  ['de', 'vor einem Jahr', '2025-11-18'],
  ['de', 'letzten Montag', '2026-11-16'],
])('%s: "%s" is %s', (language, words, day) => {
  expect(readDay(words, when, language)).toBe(day)
})

test.each<[Language, string]>([
  ['en', ''],
  ['en', 'tomorrow 5pm'],
  ['en', 'in 2 hours'],
  ['en', '2026-12-24T18:30'],
  ['en', 'tonight'],
  ['en', 'on monday'],
  ['en', 'monday or so'],
  ['en', 'tomorrow.'],
  ['en', '30 feb'],
  ['en', '+9999 years'],
  ['en', 'morgen'],
  ['de', 'tomorrow'],
  ['de', 'Freitagabend'],
  ['de', 'morgen früh'],
])('%s: "%s" is no day', (language, words) => {
  expect(readDay(words, when, language)).toBeNull()
})
