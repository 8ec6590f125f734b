import { dayFromNow } from './data.ts'
import { expect, test } from './fixtures.ts'
import { check, expectTitles, visit } from './steps.ts'

test('the figures follow the tasks, and each leads to exactly those', async ({ page, mine }) => {
  for (const task of (await mine.stored()).values()) await mine.trash(task.id)
  const work = await mine.list('Work')
  await mine.task({ title: 'Late letter', dueOn: dayFromNow(-2), priority: 1 })
  await mine.task({ title: 'Letter of today', dueOn: dayFromNow(0), listId: work.id, labels: ['post'] })
  await mine.task({ title: 'Parcel of today', dueOn: dayFromNow(0), listId: work.id })
  await mine.task({ title: 'Some day' })

  await visit(page, '/overview', 'Overview')
  const main = page.getByRole('main')
  const figure = (name: string | RegExp) => main.getByRole('link', { name })
  await expect(figure('2 due today')).toBeVisible()
  await expect(figure('1 overdue')).toBeVisible()
  await expect(figure('Nothing done yet')).toBeVisible()

  await check(main, 'Parcel of today').click()
  await expect(figure('1 due today')).toBeVisible()
  await expect(figure('1 done').first()).toBeVisible()
  await expect(figure('1 of 3 done today')).toBeVisible()

  const leadsTo = async (link: string | RegExp, heading: string | RegExp, tasks: string[]) => {
    await figure(link).first().click()
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expectTitles(page.getByRole('main').getByRole('list', { name: heading }), tasks)
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  }
  await leadsTo('1 due today', 'Due: Today', ['Letter of today'])
  await leadsTo('1 overdue', 'Overdue', ['Late letter'])
  await leadsTo('1 of 3 done today', 'Completed: Today', ['Parcel of today'])
  await leadsTo('3 open in all', 'All tasks', ['Late letter', 'Letter of today', 'Some day'])
  await leadsTo(/p1, urgent/, 'Priority 1, urgent', ['Late letter'])
  await leadsTo(/^Work/, 'Work', ['Letter of today'])
  await leadsTo(/@post/, '@post', ['Letter of today'])
  await leadsTo(/: 1 completed$/, /^Completed: /, ['Parcel of today'])
})
