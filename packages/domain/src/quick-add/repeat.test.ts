import { expect, test } from 'vitest'
import { parse, shown } from './testing.ts'

// Wednesday, 18 November 2026, 15:00.
test.each([
  ['Water plants every day', 'Water plants | 11-18 | FREQ=DAILY'],
  ['Water plants every 3 days', 'Water plants | 11-18 | FREQ=DAILY;INTERVAL=3'],
  ['Water plants every! 3 days', 'Water plants | 11-18 | after FREQ=DAILY;INTERVAL=3'],
  ['Water plants every three days', 'Water plants | 11-18 | FREQ=DAILY;INTERVAL=3'],
  ['Standup every weekday at 9am', 'Standup | 11-19 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['Standup every weekday at 16:00', 'Standup | 11-18 16:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['Standup every workday', 'Standup | 11-18 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['Bins every monday', 'Bins | 11-23 | FREQ=WEEKLY;BYDAY=MO'],
  ['Bins every wednesday', 'Bins | 11-18 | FREQ=WEEKLY;BYDAY=WE'],
  ['every monday and friday 9:00 gym', 'gym | 11-20 09:00 | FREQ=WEEKLY;BYDAY=MO,FR'],
  ['Gym every 2 weeks on mon, thu', 'Gym | 11-19 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH'],
  ['Gym every other week', 'Gym | 11-18 | FREQ=WEEKLY;INTERVAL=2'],
  ['Gym every other tuesday', 'Gym | 11-24 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
  ['Gym every week', 'Gym | 11-18 | FREQ=WEEKLY'],
  ['Pub every 3rd friday', 'Pub | 11-20 | FREQ=MONTHLY;BYDAY=3FR'],
  ['Pub every third friday of the month', 'Pub | 11-20 | FREQ=MONTHLY;BYDAY=3FR'],
  ['Pub every last friday', 'Pub | 11-27 | FREQ=MONTHLY;BYDAY=-1FR'],
  ['Report every last workday', 'Report | 11-30 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
  ['Rent every month on the last day', 'Rent | 11-30 | FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['Rent every month on the 15th', 'Rent | 12-15 | FREQ=MONTHLY;BYMONTHDAY=15'],
  ['Rent every 15th', 'Rent | 12-15 | FREQ=MONTHLY;BYMONTHDAY=15'],
  ['Rent every 3 months on the 1st', 'Rent | 12-01 | FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1'],
  ['Rent every 15 jan', 'Rent | 2027-01-15 | FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15'],
  ['Rent every jan 15', 'Rent | 2027-01-15 | FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15'],
  ['Party every 29 feb', 'Party | 2028-02-29 | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'],
  ['Taxes every year', 'Taxes | 11-18 | FREQ=YEARLY'],
  ['Vitamins daily', 'Vitamins | 11-18 | FREQ=DAILY'],
  ['Standup daily at 9:30', 'Standup | 11-19 09:30 | FREQ=DAILY'],
  ['Review weekly #Work', 'Review | 11-18 | #Work | FREQ=WEEKLY'],
  ['Filter quarterly', 'Filter | 11-18 | FREQ=MONTHLY;INTERVAL=3'],
  ['Walk every evening', 'Walk | 11-18 19:00 | FREQ=DAILY'],
  ['Sleep in every weekend', 'Sleep in | 11-21 | FREQ=WEEKLY;BYDAY=SA'],
  ['Gym every monday starting 1 feb', 'Gym | 2027-02-01 | FREQ=WEEKLY;BYDAY=MO'],
  ['Gym every monday until 30 jun', 'Gym | 11-23 | FREQ=WEEKLY;BYDAY=MO;UNTIL=20270630'],
  ['Course every tue 5 times', 'Course | 11-24 | FREQ=WEEKLY;BYDAY=TU;COUNT=5'],
  [
    'Report every last workday starting 1 feb until 30 jun',
    'Report | 2027-02-26 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;UNTIL=20270630',
  ],
  ['Pay rent every month tomorrow', 'Pay rent | 11-19 | FREQ=MONTHLY'],
  ['Do \\every day', 'Do every day'],
])('%s → %s', (text, expected) => {
  expect(shown(text)).toBe(expected)
})

test.each([
  ['Gießen jeden Tag', 'Gießen | 11-18 | FREQ=DAILY'],
  ['Jeden Montag Müll', 'Müll | 11-23 | FREQ=WEEKLY;BYDAY=MO'],
  ['Müll jede Woche am Di um 7:00', 'Müll | 11-24 07:00 | FREQ=WEEKLY;BYDAY=TU'],
  ['Müll alle 2 Wochen am Mo, Do', 'Müll | 11-19 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH'],
  ['Müll jede zweite Woche', 'Müll | 11-18 | FREQ=WEEKLY;INTERVAL=2'],
  ['Blumen alle 3 Tage', 'Blumen | 11-18 | FREQ=DAILY;INTERVAL=3'],
  ['Blumen alle! 3 Tage', 'Blumen | 11-18 | after FREQ=DAILY;INTERVAL=3'],
  ['Blumen jede! Woche', 'Blumen | 11-18 | after FREQ=WEEKLY'],
  ['Stammtisch jeden 3. Freitag', 'Stammtisch | 11-20 | FREQ=MONTHLY;BYDAY=3FR'],
  ['Stammtisch jeden dritten Freitag im Monat', 'Stammtisch | 11-20 | FREQ=MONTHLY;BYDAY=3FR'],
  ['Bericht jeden letzten Werktag', 'Bericht | 11-30 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
  ['Bericht jeden Werktag um 9', 'Bericht | 11-19 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['Geburtstag jeden 15. Januar', 'Geburtstag | 2027-01-15 | FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15'],
  ['Miete jeden Monat am 1. bis 30. Juni', 'Miete | 12-01 | FREQ=MONTHLY;BYMONTHDAY=1;UNTIL=20270630'],
  ['Sport jeden Montag und Donnerstag um 18 Uhr', 'Sport | 11-19 18:00 | FREQ=WEEKLY;BYDAY=MO,TH'],
  ['Putzen jede Woche ab 1. Februar', 'Putzen | 2027-02-01 | FREQ=WEEKLY'],
  ['Dehnen täglich um 9', 'Dehnen | 11-19 09:00 | FREQ=DAILY'],
  ['Chor montags 19 Uhr', 'Chor | 11-23 19:00 | FREQ=WEEKLY;BYDAY=MO'],
  ['Kurs jeden Dienstag 5-mal', 'Kurs | 11-24 | FREQ=WEEKLY;BYDAY=TU;COUNT=5'],
])('%s → %s', (text, expected) => {
  expect(shown(text, { language: 'de' })).toBe(expected)
})

test('weeks that begin on Sunday say so where it matters', () => {
  const sunday = { weekStart: 7 } as const
  expect(shown('Gym every 2 weeks on sun, mon', sunday)).toBe(
    'Gym | 11-22 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU',
  )
  expect(shown('Gym every sun', sunday)).toBe('Gym | 11-22 | FREQ=WEEKLY;BYDAY=SU')
})

test('a repetition turned back to text takes its days along', () => {
  expect(parse('Gym every monday', { ignored: new Set([4]) })).toMatchObject({
    title: 'Gym every monday',
    fields: { dueOn: null, repeatRule: null, repeatMode: null },
  })
})
