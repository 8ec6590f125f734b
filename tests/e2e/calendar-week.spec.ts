import { expectAccessible } from './axe.ts'
import {
  block,
  drag,
  grid,
  inTheMiddle,
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
import { expect, test } from './fixtures.ts'
import { zone } from './person.ts'
import { message, newTask } from './steps.ts'

test.use({ viewport: { width: 1440, height: 900 } })

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
  await expect(line(page, 'Apples')).toBeInViewport()
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
