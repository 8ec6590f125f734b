import { expect, test } from 'vitest'
import { describeFault } from './fault-words.ts'
import { parseRule } from './parse.ts'
import { printRule } from './rule.ts'
import { describeRule } from './words.ts'

test.each([
  ['RRULE:FREQ=DAILY', 'FREQ=DAILY'],
  ['freq=weekly;byday=th,mo', 'FREQ=WEEKLY;BYDAY=MO,TH'],
  ['FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=MO,MO', 'FREQ=WEEKLY;BYDAY=MO'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1,15,1', 'FREQ=MONTHLY;BYMONTHDAY=1,15,-1'],
  ['FREQ=DAILY;UNTIL=20270630T215959Z', 'FREQ=DAILY;UNTIL=20270630'],
  ['FREQ=YEARLY;BYDAY=+1MO', 'FREQ=YEARLY;BYDAY=1MO'],
])('%s is kept as %s', (text, expected) => {
  const { rule } = parseRule(text)
  expect(rule && printRule(rule)).toBe(expected)
})

test.each([
  ['', 'malformed'],
  ['DAILY', 'malformed'],
  ['FREQ=DAILY;FREQ=DAILY', 'malformed'],
  ['FREQ=SOMETIMES', 'malformed'],
  ['FREQ=SECONDLY', 'too-often'],
  ['FREQ=HOURLY;INTERVAL=8', 'too-often'],
  ['FREQ=DAILY;BYHOUR=9', 'unknown-part'],
  ['FREQ=YEARLY;BYWEEKNO=53', 'unknown-part'],
  ['FREQ=DAILY;INTERVAL=0', 'interval'],
  ['FREQ=DAILY;INTERVAL=1000', 'interval'],
  ['FREQ=WEEKLY;BYDAY=XX', 'weekday'],
  ['FREQ=MONTHLY;BYDAY=0MO', 'weekday'],
  ['FREQ=MONTHLY;BYMONTHDAY=32', 'month-day'],
  ['FREQ=MONTHLY;BYMONTHDAY=0', 'month-day'],
  ['FREQ=YEARLY;BYMONTH=13', 'month'],
  ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0', 'position'],
  ['FREQ=DAILY;COUNT=0', 'count'],
  ['FREQ=DAILY;COUNT=1001', 'count'],
  ['FREQ=DAILY;UNTIL=20270230', 'until'],
  ['FREQ=DAILY;COUNT=2;UNTIL=20270101', 'count-and-until'],
  ['FREQ=WEEKLY;BYDAY=1MO', 'numbered-weekday'],
  ['FREQ=WEEKLY;BYMONTHDAY=1', 'day-of-week-and-month'],
  ['FREQ=MONTHLY;BYSETPOS=1', 'position-of-nothing'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'never'],
  ['FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=31', 'never'],
  ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6', 'never'],
])('%s is refused: %s', (text, fault) => {
  expect(parseRule(text)).toEqual({ fault })
  for (const language of ['en', 'de']) expect(describeFault(fault as 'never', language)).toMatch(/\.$/)
})

test.each([
  ['FREQ=DAILY', 'every day', 'jeden Tag'],
  ['FREQ=DAILY;INTERVAL=3', 'every 3 days', 'alle 3 Tage'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday', 'jeden Werktag (Mo–Fr)'],
  ['FREQ=WEEKLY;BYDAY=MO,TH', 'every Monday and Thursday', 'jeden Montag und Donnerstag'],
  ['FREQ=WEEKLY;BYDAY=SU,MO;WKST=SU', 'every Sunday and Monday', 'jeden Sonntag und Montag'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'every 2 weeks on Monday', 'alle 2 Wochen am Montag'],
  ['FREQ=MONTHLY;BYMONTHDAY=15', 'every month on the 15th', 'jeden Monat am 15.'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'every month on the last day', 'jeden Monat am letzten Tag'],
  ['FREQ=MONTHLY;BYDAY=3FR', 'every month on the 3rd Friday', 'jeden Monat am 3. Freitag'],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'every month on the last Friday', 'jeden Monat am letzten Freitag'],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'every month on the last workday',
    'jeden Monat am letzten Werktag',
  ],
  [
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    'every month on the 13th if it is a Friday',
    'jeden Monat am 13., falls Freitag,',
  ],
  ['FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15', 'every year on 15 January', 'jedes Jahr am 15. Januar'],
  [
    'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
    'every year on the 4th Thursday in November',
    'jedes Jahr am 4. Donnerstag im November',
  ],
  ['FREQ=WEEKLY;BYDAY=SU;COUNT=4', 'every Sunday, 4 times', 'jeden Sonntag, 4-mal'],
  ['FREQ=DAILY;UNTIL=20270630', 'every day, until 30 Jun 2027', 'jeden Tag, bis 30. Juni 2027'],
])('%s in words', (rule, english, german) => {
  expect(describeRule(rule, 'schedule', 'en-GB')).toBe(english)
  expect(describeRule(rule, null, 'de-DE')).toBe(german)
})

test('says from when it is counted, and shows a rule it cannot read as it is', () => {
  expect(describeRule('FREQ=DAILY;INTERVAL=3', 'completion', 'en')).toBe('every 3 days after completion')
  expect(describeRule('FREQ=DAILY;INTERVAL=3', 'completion', 'de')).toBe('alle 3 Tage nach dem Erledigen')
  expect(describeRule('FREQ=HOURLY', 'schedule', 'en')).toBe('FREQ=HOURLY')
})
