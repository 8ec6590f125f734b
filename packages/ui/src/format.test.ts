import { beforeEach, expect, test } from 'vitest'
import { ago, day, formatFor, instant, nearDay, number, time } from './format.ts'

beforeEach(() => formatFor({ language: 'en-GB', timeZone: 'Europe/Berlin' }))

test.each(['Pacific/Kiritimati', 'Etc/GMT+12', 'America/Sao_Paulo'])(
  'a day stays that day in %s',
  (timeZone) => {
    formatFor({ timeZone })
    expect(day('2026-11-22', { dateStyle: 'long' })).toBe('22 November 2026')
  },
)

test('an instant is told in the zone of its person', () => {
  expect(instant('2026-11-22T23:30:00.000Z', { hour: '2-digit', minute: '2-digit' })).toBe('00:30')
})

test('times and numbers follow the language', () => {
  expect([time('17:05'), number(1234.5)]).toEqual(['17:05', '1,234.5'])
  formatFor({ language: 'de' })
  expect([time('17:05'), number(1234.5)]).toEqual(['17:05', '1.234,5'])
  formatFor({ language: 'en-US' })
  expect(time('17:05').replace(/\s/, ' ')).toBe('5:05 PM')
})

test('near days have names, others none', () => {
  expect(
    ['2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31'].map((each) => nearDay(each, '2026-03-29')),
  ).toEqual(['yesterday', 'today', 'tomorrow', undefined])
})

test('how long ago something was is rounded towards now', () => {
  const now = Date.parse('2026-11-22T12:00:00.000Z')
  expect(
    ['2026-11-22T11:59:40.000Z', '2026-11-22T11:01:00.000Z', '2026-11-20T13:00:00.000Z'].map((at) =>
      ago(at, now),
    ),
  ).toEqual(['now', '59 min ago', 'yesterday'])
})
