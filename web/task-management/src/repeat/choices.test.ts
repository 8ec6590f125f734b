import { parseRule } from '@doable/domain/recurrence/parse'
import { printRule, type Rule } from '@doable/domain/recurrence/rule'
import { expect, test } from 'vitest'
import { draftOf, faultOf, presets, ruleOfDraft } from './choices.ts'

const ruleOf = (text: string) => parseRule(text).rule as Rule

test('the usual rules follow from the day a task is due', () => {
  expect(presets('2026-11-23').map(printRule)).toEqual([
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    'FREQ=WEEKLY;BYDAY=MO',
    'FREQ=MONTHLY;BYMONTHDAY=23',
    'FREQ=MONTHLY;BYDAY=4MO',
    'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=23',
  ])
  expect(presets('2026-11-30').map(printRule)[4]).toBe('FREQ=MONTHLY;BYDAY=-1MO')
  for (const day of ['2028-02-29', '2026-12-31'])
    expect(presets(day).map(faultOf)).toEqual(Array(6).fill(undefined))
})

test.each([
  ['FREQ=DAILY;INTERVAL=3', '2026-11-23'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', '2026-11-23'],
  ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=23', '2026-11-23'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30'],
  ['FREQ=MONTHLY;BYDAY=4MO', '2026-11-23'],
  ['FREQ=MONTHLY;BYDAY=-1MO', '2026-11-30'],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-11-30'],
  ['FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=23', '2026-11-23'],
])('%s goes through the fields unchanged', (text, day) => {
  expect(printRule(ruleOfDraft(draftOf(ruleOf(text), day), day, 1))).toBe(text)
})

test('weeks of somebody whose weeks begin on Sunday say so where it matters', () => {
  const draft = { ...draftOf(ruleOf('FREQ=WEEKLY;BYDAY=SU'), '2026-11-22'), interval: 2 }
  expect(printRule(ruleOfDraft(draft, '2026-11-22', 7))).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU')
  expect(printRule(ruleOfDraft({ ...draft, interval: 1 }, '2026-11-22', 7))).toBe('FREQ=WEEKLY;BYDAY=SU')
})
