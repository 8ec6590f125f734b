import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { type Data, dayFromNow } from './data.ts'
import { expect, test } from './fixtures.ts'
import { answer, zone } from './person.ts'
import { details, message, newTask, visit } from './steps.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const plain = (day: string) => Temporal.PlainDate.from(day)
const today = dayFromNow(0)
/** Another day of this week, which starts on a Monday; so it is in sight wherever today is. */
const other = dayFromNow(plain(today).dayOfWeek === 7 ? -1 : 1)

const grid = (page: Page) => page.getByRole('main').getByRole('grid')
/** A day's cell, or that of one of its hours. */
const spot = (page: Page, day: string, hour?: number) =>
  page.locator(`[data-spot="${hour === undefined ? day : `${day} ${hour}`}"]`)
const onDay = (page: Page, day: string, title: string) => spot(page, day).getByText(title, { exact: true })
const line = (page: Page, title: string) => grid(page).getByRole('button', { name: new RegExp(`^${title}`) })
/** The block of a task in the hours of a week. */
const block = (page: Page, title: string) => grid(page).locator('[data-row]').filter({ hasText: title })

async function openCalendar(page: Page, mine: Data, mode: 'month' | 'week'): Promise<string> {
  const list = await mine.list('Desk')
  const settings = { layout: 'calendar', calendar: mode }
  await answer(page.request.patch('/api/views', { data: { id: `list ${list.id}`, settings } }))
  return list.id
}
async function show(page: Page, listId: string) {
  await visit(page, `/tasks/list/${listId}`, 'Desk')
  await expect(grid(page)).toBeVisible()
}

/** Near the edges of what scrolls, a drag scrolls on. */
const inTheMiddle = (page: Page, hour: number) =>
  grid(page)
    .locator(`[data-hour="${hour}"]`)
    .first()
    .evaluate((cell) => cell.scrollIntoView({ block: 'center' }))

/** By the pointer, from a place of one element to a place of another. */
async function drag(
  page: Page,
  from: Locator,
  to: Locator,
  grasp?: { x: number; y: number },
  at = { x: 40, y: 12 },
) {
  await from.hover(grasp ? { position: grasp } : {})
  await page.mouse.down()
  await to.hover({ position: at, force: true })
  await to.hover({ position: { ...at, x: at.x + 2 }, force: true })
  await page.mouse.up()
}
const undoLast = (page: Page, text: string) =>
  message(page, text).last().getByRole('button', { name: 'Undo' }).click()

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

test('in a week a task gets a time, another length and another day by the pointer', async ({
  page,
  mine,
}) => {
  const listId = await openCalendar(page, mine, 'week')
  await mine.task({ title: 'Apples', listId, dueOn: today })
  await show(page, listId)
  await inTheMiddle(page, 12)
  await drag(page, line(page, 'Apples'), spot(page, other, 12), undefined, { x: 40, y: 2 })
  await expect.poll(async () => (await mine.stored()).get('Apples')?.dueTime).toBe('12:00')
  expect((await mine.stored()).get('Apples')?.dueOn).toBe(other)

  await block(page, 'Apples').locator('[data-edge]').hover()
  await page.mouse.down()
  await spot(page, other, 13).hover({ position: { x: 40, y: 30 }, force: true })
  await page.mouse.up()
  await expect(message(page, 'Takes')).toBeVisible()
  await expect.poll(async () => (await mine.stored()).get('Apples')?.durationMinutes).toBe(105)

  // Grasped by its upper edge, so it comes to begin where it is let go.
  await drag(page, block(page, 'Apples'), spot(page, today, 11), { x: 60, y: 4 }, { x: 40, y: 16 })
  await expect.poll(async () => (await mine.stored()).get('Apples')?.dueTime).toBe('11:15')
  await drag(page, block(page, 'Apples'), spot(page, other), { x: 60, y: 4 })
  await expect.poll(async () => (await mine.stored()).get('Apples')?.dueTime).toBeNull()
  await undoLast(page, 'Moved to')
  await expect.poll(async () => (await mine.stored()).get('Apples')?.dueTime).toBe('11:15')

  await spot(page, other, 14).click({ position: { x: 40, y: 34 } })
  await newTask(page).fill('Bread')
  await newTask(page).press('Enter')
  await newTask(page).press('Escape')
  await expect.poll(async () => (await mine.stored()).get('Bread')?.dueTime).toBe('14:30')
  expect((await mine.stored()).get('Bread')).toMatchObject({ dueOn: other, listId })
  await expectAccessible(page, 'a week')
})

test('the same by keys and from the menu, without the pointer', async ({ page, mine }) => {
  const listId = await openCalendar(page, mine, 'week')
  await mine.task({ title: 'Apples', listId, dueOn: today })
  await show(page, listId)
  await line(page, 'Apples').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(async () => (await mine.stored()).get('Apples')?.dueTime).toBe('09:00')
  await expect(line(page, 'Apples')).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Shift+Alt+ArrowDown')
  await expect.poll(async () => (await mine.stored()).get('Apples')?.durationMinutes).toBe(45)
  expect((await mine.stored()).get('Apples')?.dueTime).toBe('09:15')
  await line(page, 'Apples').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Plan' }).hover()
  await page.getByRole('menuitem', { name: 'All day' }).click()
  await expect.poll(async () => (await mine.stored()).get('Apples')?.dueTime).toBeNull()
  await expect(onDay(page, today, 'Apples')).toBeVisible()

  await spot(page, today).focus()
  await page.keyboard.press('ArrowDown')
  await expect(spot(page, today, 0)).toBeFocused()
  await page.keyboard.press('Enter')
  await newTask(page).fill('Bread')
  await newTask(page).press('Enter')
  await newTask(page).press('Escape')
  await expect.poll(async () => (await mine.stored()).get('Bread')?.dueTime).toBe('00:00')
})

/** The next day on which the clocks of Berlin go forward, and how many months away it is. */
function springDay() {
  let day = Temporal.Now.zonedDateTimeISO(zone).startOfDay()
  do day = day.add({ days: 1 }).startOfDay()
  while (day.hoursInDay !== 23)
  const months = (day.year - plain(today).year) * 12 + day.month - plain(today).month
  return { day: day.toPlainDate().toString(), months }
}

test('where the clocks change, a time stands where there is one, and a fixed zone stays fixed', async ({
  page,
  mine,
}) => {
  const listId = await openCalendar(page, mine, 'month')
  const { day, months } = springDay()
  await mine.task({ title: 'In the gap', listId, dueOn: day, dueTime: '02:30' })
  const before = plain(day).subtract({ days: 1 }).toString()
  // New York has summer time by then and Berlin has not, so half past six there is half past eleven here.
  await mine.task({
    ...{ title: 'Fixed', listId, dueOn: before, dueTime: '18:30' },
    dueTimeZone: 'America/New_York',
  })
  await show(page, listId)
  const next = page.getByRole('button', { name: 'Next', exact: true })
  for (let turned = 0; turned < months; turned++) await next.click()
  await expect(spot(page, day).getByText('3:30')).toBeVisible()
  await spot(page, day).focus()
  await page.getByRole('button', { name: 'Week', exact: true }).click()
  await expect(grid(page).getByText('The clocks go forward')).toBeAttached()
  await inTheMiddle(page, 3)
  await drag(page, block(page, 'In the gap'), spot(page, before, 4), { x: 60, y: 4 }, { x: 40, y: 5 })
  await expect
    .poll(async () => (await mine.stored()).get('In the gap'))
    .toMatchObject({
      dueOn: before,
      dueTime: '04:00',
      dueTimeZone: null,
    })

  const fixed = grid(page).getByRole('button', { name: /^Fixed/ })
  await inTheMiddle(page, 23)
  await fixed.focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect
    .poll(async () => (await mine.stored()).get('Fixed'))
    .toMatchObject({
      dueOn: plain(before).subtract({ days: 1 }).toString(),
      dueTimeZone: 'America/New_York',
    })
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

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('a month shows dots and the tasks of the chosen day, a week three days', async ({ page, mine }) => {
    const listId = await openCalendar(page, mine, 'month')
    await mine.task({ title: 'Apples', listId, dueOn: other })
    await show(page, listId)
    await expect(page.getByText('Nothing on this day.')).toBeVisible()
    await spot(page, other).click()
    const chosen = page.getByRole('main').getByRole('list')
    await expect(chosen.getByRole('checkbox', { name: 'Complete Apples' })).toBeVisible()
    await expectAccessible(page, 'a month on a phone')
    await page.getByRole('button', { name: 'Week', exact: true }).click()
    await expect(grid(page).getByRole('columnheader')).toHaveCount(4)
    await expect(onDay(page, other, 'Apples')).toBeVisible()
    await expectAccessible(page, 'a week on a phone')
  })
})
