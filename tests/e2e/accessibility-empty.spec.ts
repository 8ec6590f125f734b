import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { kept, visit } from './steps.ts'

test.describe.configure({ mode: 'parallel' })

for (const width of [1280, 360])
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 800 } })

    test.describe('a guest', () => {
      test.use({ guest: true })
      test('signing in and registering', async ({ page }) => {
        await page.goto('/')
        await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
        await expectAccessible(page, 'sign in')
        await page.getByRole('button', { name: 'Sign in' }).click()
        await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeFocused()
        await expectAccessible(page, 'sign in with mistakes')
        await page.getByRole('link', { name: 'Create an account' }).click()
        await page.getByRole('button', { name: 'Create account' }).click()
        await expect(page.getByText('Enter your name.')).toBeVisible()
        await expectAccessible(page, 'register')
      })
    })

    test('pages that have nothing to show', async ({ page, mine, context, noise }) => {
      noise.expect(/ERR_INTERNET_DISCONNECTED/)
      for (const task of (await mine.stored()).values()) await mine.trash(task.id)
      const { id } = await mine.list('Garden')
      for (const [path, heading] of [
        ['/tasks/today', 'Today'],
        [`/tasks/list/${id}`, 'Garden'],
        ['/tasks/search?q=nothing', 'Search'],
        ['/overview', 'Overview'],
      ] as const) {
        await visit(page, path, heading)
        await expectAccessible(page, path)
      }
      await page.goto('/tasks/list/nowhere')
      await expect(page.getByText('This list is in the trash')).toBeVisible()
      await expectAccessible(page, 'a list that is not there')
      await page.goto('/nowhere')
      await expect(page.getByText('There is nothing at this address.')).toBeVisible()
      await expectAccessible(page, 'nowhere')
      await kept(page)
      await context.setOffline(true)
      await page.reload()
      await expect(page.getByText(/^Offline/)).toBeVisible()
      await expectAccessible(page, 'offline')
    })
  })
