import { expectAccessible } from './axe.ts'
import {
  drag,
  grid,
  line,
  onDay,
  openCalendar,
  other,
  plain,
  show,
  spot,
  today,
  undoLast,
} from './calendar-steps.ts'
import { dayFromNow } from './data.ts'
import { expect, test } from './fixtures.ts'
import { answer } from './person.ts'
import { details, message, newTask } from './steps.ts'

test.use({ viewport: { width: 1440, height: 900 } })

test('a month shows four lines a day and how many more, and tasks are dragged from day to day', async ({
  page,
  mine,
}) => {
  const listId = await openCalendar(page, mine, 'month')
  await mine.tasks(['One', 'Two', 'Three', 'Four', 'Five', 'Six'], { listId, dueOn: today })
  await mine.task({ title: 'Apples', listId, dueOn: other, dueTime: '09:00' })
  await show(page, listId)
  await expect(spot(page, today)).toHaveAttribute('aria-current', 'date')
  await expect(spot(page, today).getByRole('checkbox')).not.toHaveCount(6)
  await spot(page, today)
    .getByRole('button', { name: /more on/ })
    .click()
  const all = page.getByRole('dialog')
  await expect(all.getByRole('checkbox')).toHaveCount(6)
  await expectAccessible(page, 'the tasks of a day')
  await page.keyboard.press('Escape')
  await expect(all).toBeHidden()
  await expectAccessible(page, 'a month')

  await drag(page, line(page, 'Apples'), spot(page, today))
  await expect(message(page, 'Moved to')).toBeVisible()
  await expect.poll(async () => (await mine.stored()).get('Apples')?.dueOn).toBe(today)
  expect((await mine.stored()).get('Apples')?.dueTime).toBe('09:00')
  await undoLast(page, 'Moved to')
  await expect(onDay(page, other, 'Apples')).toBeVisible()
  await expect.poll(async () => (await mine.stored()).get('Apples')?.dueOn).toBe(other)

  await line(page, 'Apples').click()
  await expect(details(page, 'Apples')).toBeVisible()
})

test('the keys go from day to day and move a task, and each step is said and taken back', async ({
  page,
  mine,
}) => {
  const listId = await openCalendar(page, mine, 'month')
  await mine.task({ title: 'Apples', listId, dueOn: today })
  await show(page, listId)
  const week = dayFromNow(7)
  await spot(page, today).focus()
  await page.keyboard.press('ArrowDown')
  await expect(spot(page, week)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(spot(page, dayFromNow(8))).toBeFocused()
  await page.keyboard.press('Home')
  const monday = plain(dayFromNow(8)).subtract({ days: plain(dayFromNow(8)).dayOfWeek - 1 })
  await expect(spot(page, monday.toString())).toBeFocused()
  await page.keyboard.press('PageDown')
  await expect(spot(page, monday.add({ months: 1 }).toString())).toBeFocused()
  await page.keyboard.press('t')
  await expect(spot(page, today)).toBeVisible()

  await spot(page, today).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('checkbox', { name: 'Complete Apples' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await line(page, 'Apples').focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(message(page, 'Moved to')).toBeVisible()
  await expect(onDay(page, dayFromNow(1), 'Apples')).toBeVisible()
  await expect(line(page, 'Apples')).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(onDay(page, dayFromNow(8), 'Apples')).toBeVisible()
  await expect.poll(async () => (await mine.stored()).get('Apples')?.dueOn).toBe(dayFromNow(8))
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await mine.stored()).get('Apples')?.dueOn).toBe(today)

  await page.keyboard.press('t')
  await spot(page, today).focus()
  await page.keyboard.press('q')
  await newTask(page).fill('Bread')
  await newTask(page).press('Enter')
  await newTask(page).press('Escape')
  await expect(onDay(page, today, 'Bread')).toBeVisible()
})

test('weeks begin on the day that the person wants, and coming occurrences are shown in advance', async ({
  page,
  mine,
}) => {
  await answer(page.request.patch('/api/me', { data: { weekStart: 7 } }))
  const listId = await openCalendar(page, mine, 'month')
  await mine.task({ title: 'Water the plants', listId, dueOn: today, repeatRule: 'FREQ=DAILY' })
  await show(page, listId)
  const heads = grid(page).getByRole('columnheader')
  await expect(heads.first()).toHaveAccessibleName('Sunday')
  await expect(heads.last()).toHaveAccessibleName('Saturday')
  const first = plain(today).with({ day: 1 })
  const sunday = first.subtract({ days: first.dayOfWeek % 7 }).toString()
  await expect(grid(page).getByRole('gridcell').first()).toHaveAttribute('data-spot', sunday)

  await page.getByRole('button', { name: 'Next', exact: true }).click()
  const coming = grid(page).getByRole('button', { name: /^Water the plants, comes again/ })
  await expect(coming.first()).toBeVisible()
  expect(await coming.count()).toBeGreaterThan(27)
  await expect(grid(page).getByRole('checkbox')).toHaveCount(0)
  await page.getByRole('button', { name: 'Calendar options' }).click()
  await page.getByRole('menuitem', { name: 'Show week numbers' }).click()
  await expect(grid(page).getByRole('rowheader').first()).toHaveAccessibleName(/^Week \d+$/)
})

test('what has no date waits beside the calendar, to be dragged or planned, and can go back', async ({
  page,
  mine,
}) => {
  const listId = await openCalendar(page, mine, 'month')
  await mine.tasks(['Apples', 'Bread'], { listId })
  await show(page, listId)
  await page.getByRole('button', { name: '2 without a date' }).click()
  const side = page.getByRole('complementary', { name: 'Without a date' })
  await expect(side.getByRole('checkbox')).toHaveCount(2)
  await expectAccessible(page, 'what has no date')
  await drag(page, side.getByText('Apples'), spot(page, today))
  await expect.poll(async () => (await mine.stored()).get('Apples')?.dueOn).toBe(today)
  await side.getByRole('button', { name: 'Plan Bread' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Today/ })
    .first()
    .click()
  await expect.poll(async () => (await mine.stored()).get('Bread')?.dueOn).toBe(today)
  await expect(side.getByText('Everything has a date.')).toBeVisible()
  await drag(page, line(page, 'Apples'), side)
  await expect.poll(async () => (await mine.stored()).get('Apples')?.dueOn).toBeNull()
  await undoLast(page, 'No longer on a day')
  await expect.poll(async () => (await mine.stored()).get('Apples')?.dueOn).toBe(today)
})
